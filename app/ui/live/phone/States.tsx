import type { ReactNode } from "react";
import type { LiveView } from "~/modules/live";
import { useLocale, useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { pollHref } from "./address";
import { tellUntil } from "../until";

/** Between two questions, or before the first. */
export function Waiting() {
  const t = useT();
  return <Still title={t("poll:waiting.title")}>{t("poll:waiting.text")}</Still>;
}

/** The room is over and nothing goes on. */
export function Over({ place }: Pick<LiveView, "place">) {
  const t = useT();
  return (
    <Still
      title={t("poll:over.title")}
      action={
        <ButtonLink kind="quiet" href={`/concertations/${place.consultationSlug}/etapes/${place.eventSlug}`}>
          {t("poll:over.stage")}
        </ButtonLink>
      }
    >
      {t("poll:over.text")}
    </Still>
  );
}

/** To a phone that was in the room when the questionnaire went on online: the whole of it is one press away. */
export function GoesOn({ view }: { view: LiveView }) {
  const t = useT();
  const until = useUntil(view);
  return (
    <Still
      title={t("poll:online.title")}
      action={<ButtonLink href={pollHref(view.code)}>{t("poll:online.open")}</ButtonLink>}
    >
      {until}
    </Still>
  );
}

/** "Vous pouvez répondre jusqu'au 30 septembre 2023 à 18:00." */
export function useUntil({ onlineUntil, place }: Pick<LiveView, "onlineUntil" | "place">): string | null {
  const t = useT();
  const locale = useLocale();
  return onlineUntil === null
    ? null
    : t("poll:online.until", { moment: tellUntil(onlineUntil, place.region, { t, locale }) });
}

/** One sentence, large, and what to know besides. */
function Still({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <section className="poll poll-still">
      <h1>{title}</h1>
      {children != null ? <p>{children}</p> : null}
      {action}
    </section>
  );
}

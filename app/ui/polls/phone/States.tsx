import type { ReactNode } from "react";
import type { PollView } from "~/modules/polls";
import { useLocale, useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { pollHref } from "./address";
import { tellUntil } from "../until";

/** Between two questions, or before the first. */
export function Waiting() {
  const t = useT();
  return <Still title={t("polls:phone.waiting.title")}>{t("polls:phone.waiting.text")}</Still>;
}

/** The room is over and nothing goes on. */
export function Over({ place }: Pick<PollView, "place">) {
  const t = useT();
  return (
    <Still
      title={t("polls:phone.over.title")}
      action={
        <ButtonLink kind="quiet" href={`/concertations/${place.consultationSlug}/etapes/${place.stageSlug}`}>
          {t("polls:phone.over.stage")}
        </ButtonLink>
      }
    >
      {t("polls:phone.over.text")}
    </Still>
  );
}

/** To a phone that was in the room when the questionnaire went on online: the whole of it is one press away. */
export function GoesOn({ view }: { view: PollView }) {
  const t = useT();
  const until = useUntil(view);
  return (
    <Still
      title={t("polls:phone.online.title")}
      action={<ButtonLink href={pollHref(view.code)}>{t("polls:phone.online.open")}</ButtonLink>}
    >
      {until}
    </Still>
  );
}

/** "Vous pouvez répondre jusqu'au 30 septembre 2023 à 18:00." */
export function useUntil({ onlineUntil, place }: Pick<PollView, "onlineUntil" | "place">): string | null {
  const t = useT();
  const locale = useLocale();
  return onlineUntil === null
    ? null
    : t("polls:phone.online.until", { moment: tellUntil(onlineUntil, place.region, { t, locale }) });
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

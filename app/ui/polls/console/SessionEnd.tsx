import type { Snapshot } from "~/modules/polls";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Field } from "~/ui/kit/Field";
import { Hidden } from "~/ui/kit/Hidden";
import { ActForm, consoleHref } from "./ActForm";
import { END } from "./PrimaryAct";

/** The end of the session: over, or on online until a date; and back to the room. */
export function SessionEnd({
  snapshot,
  until,
  place,
  error,
}: {
  snapshot: Snapshot;
  until: string;
  place: string;
  error?: string | undefined;
}) {
  const t = useT();
  const { code, mode } = snapshot;
  return (
    <section className="console__end stack gap-3" id={END} tabIndex={-1} aria-labelledby="fin-titre">
      <h2 id="fin-titre">{t("polls:console.end.title")}</h2>
      <p>{t("polls:console.end.text")}</p>
      <form method="post" action={`${consoleHref(code)}#${END}`} className="console__online">
        <Hidden fields={{ act: "online" }} />
        <Field
          name="until"
          type="datetime-local"
          required
          label={t("polls:console.end.until")}
          hint={t("polls:console.end.clock", { place })}
          defaultValue={until}
          error={error}
        />
        <Button kind="quiet">
          {t(mode === "online" ? "polls:console.end.change" : "polls:console.end.online")}
        </Button>
      </form>
      <div className="console__row">
        {mode === "over" ? null : (
          <ActForm fields={{ act: "end" }} kind="danger">
            {t(mode === "room" ? "polls:console.end.end" : "polls:console.end.end-online")}
          </ActForm>
        )}
        {mode === "room" ? null : (
          <ActForm fields={{ act: "resume" }}>{t("polls:console.end.resume")}</ActForm>
        )}
      </div>
    </section>
  );
}

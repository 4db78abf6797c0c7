import type { PollText, QuestionResults } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { Chip } from "~/ui/kit/Chip";
import { ActForm } from "./ActForm";

const TONES = { pending: "star", visible: "accent", hidden: "quiet", answered: "quiet" } as const;
const NEXT = { visible: "show", hidden: "hide", answered: "answered" } as const;

/** What people wrote, the newest first, to be shown, hidden or marked as answered. */
export function Moderation({ results }: { results: QuestionResults }) {
  const t = useT();
  const { number } = useFormat();
  const id = `textes-${results.question.ref}`;
  const texts = [...results.texts].sort((a, b) => b.id - a.id);
  const count = (status: PollText["status"]) => texts.filter((text) => text.status === status).length;
  const told = (["pending", "visible", "hidden", "answered"] as const).filter((status) => count(status) > 0);
  return (
    <section className="console__texts" aria-labelledby={id}>
      <h3 id={id}>{t("polls:console.moderation.title")}</h3>
      <p className="meta">
        {texts.length === 0
          ? t("polls:console.moderation.none")
          : told
              .map((status) =>
                t(`polls:console.moderation.count-${status}`, {
                  count: count(status),
                  number: number(count(status)),
                }),
              )
              .join(" · ")}
      </p>
      <ul className="moderated">
        {texts.map((text) => (
          <Moderated key={text.id} text={text} />
        ))}
      </ul>
    </section>
  );
}

function Moderated({ text: { id, body, status, supports } }: { text: PollText }) {
  const t = useT();
  const { number, text } = useFormat();
  const acts = (["visible", "answered", "hidden"] as const).filter((next) => next !== status);
  return (
    <li id={`texte-${id}`} className={`moderated__text moderated__text--${status}`}>
      <p className="moderated__body">{text(body)}</p>
      <div className="console__row">
        <Chip tone={TONES[status]}>{t(`polls:console.moderation.${status}`)}</Chip>
        {supports > 0 ? (
          <span className="meta">
            {t("polls:results.supports", { count: supports, number: number(supports) })}
          </span>
        ) : null}
        {acts.map((next) => (
          <ActForm
            key={next}
            kind="plain"
            id={`texte-${id}-${next}`}
            fields={{ act: "text", text: String(id), status: next }}
            about={text(body).slice(0, 80)}
          >
            {t(`polls:console.moderation.act-${NEXT[next]}`)}
          </ActForm>
        ))}
      </div>
    </li>
  );
}

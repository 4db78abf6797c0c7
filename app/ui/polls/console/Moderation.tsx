import type { PollText, QuestionResults } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { Chip } from "~/ui/kit/Chip";
import { ActForm } from "./ActForm";

const TONES = { pending: "star", published: "accent", answered: "quiet", refused: "quiet" } as const;
type State = keyof typeof TONES;
const STATES = Object.keys(TONES) as State[];

/** How a text stands for those who moderate it; none is told of what its author took back. */
const stateOf = ({ standing, answered }: PollText): State | undefined =>
  standing === "withdrawn" ? undefined : answered ? "answered" : standing;

/** What people wrote, the newest first, to be shown, hidden or marked as answered. */
export function Moderation({ results }: { results: QuestionResults }) {
  const t = useT();
  const { number } = useFormat();
  const id = `textes-${results.question.ref}`;
  const texts = [...results.texts].sort((a, b) => b.id - a.id);
  const count = (state: State) => texts.filter((text) => stateOf(text) === state).length;
  const told = STATES.filter((state) => count(state) > 0);
  return (
    <section className="console__texts" aria-labelledby={id}>
      <h3 id={id}>{t("polls:console.moderation.title")}</h3>
      <p className="meta">
        {texts.length === 0
          ? t("polls:console.moderation.none")
          : told
              .map((state) =>
                t(`polls:console.moderation.count-${state}`, {
                  count: count(state),
                  number: number(count(state)),
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

function Moderated({ text: said }: { text: PollText }) {
  const { id, body, supports } = said;
  const t = useT();
  const { number, text } = useFormat();
  const state = stateOf(said);
  if (!state) return null;
  const acts = (["published", "answered", "refused"] as const).filter((next) => next !== state);
  return (
    <li id={`texte-${id}`} className={`moderated__text moderated__text--${state}`}>
      <p className="moderated__body">{text(body)}</p>
      <div className="console__row">
        <Chip tone={TONES[state]}>{t(`polls:console.moderation.${state}`)}</Chip>
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
            fields={{ act: "text", text: String(id), verdict: next }}
            about={text(body).slice(0, 80)}
          >
            {t(`polls:console.moderation.act-${next}`)}
          </ActForm>
        ))}
      </div>
    </li>
  );
}

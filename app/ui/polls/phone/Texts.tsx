import type { OwnAnswers, PollText } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { Chip } from "~/ui/kit/Chip";
import { Hidden } from "~/ui/kit/Hidden";
import { Icon } from "~/ui/kit/Icon";
import { pollHref } from "./address";

/** What others wrote, the most supported first; while a question is open, each text may be supported. */
export function Texts({
  kind,
  texts,
  code,
  own,
  open,
}: {
  kind: "open" | "questions";
  texts: readonly PollText[];
  code: string;
  own?: OwnAnswers | undefined;
  open: boolean;
}) {
  const t = useT();
  const { number, text } = useFormat();
  return (
    <section className="poll-texts" aria-labelledby={`texts-${kind}`}>
      <h2 id={`texts-${kind}`}>{t(`polls:phone.texts.${kind}`)}</h2>
      {texts.length === 0 ? <p className="meta">{t("polls:phone.texts.empty")}</p> : null}
      <ol>
        {texts.map(({ id, body, supports, answered }) => (
          <li key={id} id={`texte-${id}`}>
            <p className="poll-texts__body" id={`texte-${id}-mots`}>
              {text(body)}
            </p>
            <div className="poll-texts__foot">
              {open ? (
                <Support
                  {...{ id, code }}
                  on={own?.supported.includes(id) ?? false}
                  count={number(supports)}
                />
              ) : null}
              {open || supports === 0 ? null : (
                <span className="meta">
                  {t("polls:phone.texts.supports", { count: supports, number: number(supports) })}
                </span>
              )}
              {answered ? (
                <Chip tone="quiet" icon="check">
                  {t("polls:phone.texts.answered")}
                </Chip>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A button that stays pressed. Its form says what the next press asks for. */
function Support({ id, code, on, count }: { id: number; code: string; on: boolean; count: string }) {
  const t = useT();
  return (
    <poll-support text={id} failed={t("polls:phone.sending.failed")}>
      <form method="post" action={`${pollHref(code)}#texte-${id}`}>
        <Hidden fields={{ support: String(id), on: on ? "0" : "1" }} />
        <button
          className="poll-support"
          id={`soutien-${id}`}
          aria-pressed={on}
          aria-describedby={`texte-${id}-mots`}
        >
          <Icon name="support" /> {t("polls:phone.texts.support")} <span>{count}</span>
        </button>
      </form>
      <p className="meta" role="status" data-support-state="" />
    </poll-support>
  );
}

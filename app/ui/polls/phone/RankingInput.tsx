import { useFormat, useT } from "~/ui/i18n";
import { ControlGroup } from "~/ui/kit/Control";
import type { InputProps } from "./input";

/** A ranking: a list to choose from for each place, in order. With a script, the answers are tapped in order. */
export function RankingInput({ question, values, id, error }: InputProps) {
  const t = useT();
  const { number, text } = useFormat();
  const { options, most } = question;
  const legend =
    most === null || most >= options.length
      ? t("polls:phone.ranking.legend")
      : t("polls:phone.ranking.most", { number: number(most) });
  const places = Array.from(
    { length: Math.min(most ?? options.length, options.length) },
    (_, place) => place,
  );
  return (
    <ControlGroup className="poll-ranking" label={legend} id={id} error={error}>
      <poll-ranking tap={t("polls:phone.ranking.tap")} placed={t("polls:phone.ranking.placed")}>
        <ol className="poll-ranking__places">
          {places.map((place) => (
            <li key={place}>
              <label>
                <span>{t("polls:phone.ranking.place", { number: number(place + 1) })}</span>
                <select className="field__input" name="ranking" defaultValue={values[place] ?? ""}>
                  <option value="">{t("polls:phone.ranking.empty")}</option>
                  {options.map(({ ref, label }) => (
                    <option key={ref} value={ref}>
                      {text(label)}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          ))}
        </ol>
      </poll-ranking>
    </ControlGroup>
  );
}

import type { Snapshot } from "~/modules/polls";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";

/** The other pages of a poll: the projector in a window of its own, what to print, the stage. */
export function ConsoleLinks({
  snapshot: { code, place },
  screenKey,
}: {
  snapshot: Snapshot;
  screenKey: string;
}) {
  const t = useT();
  const managed = `/gestion/etapes/${place.consultationSlug}/${place.stageSlug}`;
  return (
    <p className="console__links">
      <a
        className="page-link"
        href={`/direct/${code}/ecran?cle=${encodeURIComponent(screenKey)}`}
        target="_blank"
        rel="noopener"
      >
        {t("polls:console.links.screen")}
      </a>
      <a className="page-link" href={`${managed}/affiche`}>
        {t("polls:console.links.poster")}
      </a>
      <a className="page-link" href={managed}>
        {t("polls:console.links.manage")}
      </a>
      <a className="page-link" href={`/concertations/${place.consultationSlug}/etapes/${place.stageSlug}`}>
        {t("polls:console.links.stage")}
      </a>
    </p>
  );
}

/** The keys, and a way to turn them off: a voice that dictates may press them by accident. */
export function ConsoleHelp() {
  const t = useT();
  return (
    <Disclosure summary={t("polls:console.keys.title")}>
      <dl className="console__keys">
        <div>
          <dt>
            <kbd>PageDown</kbd>
          </dt>
          <dd>{t("polls:console.keys.next")}</dd>
        </div>
        <div>
          <dt>
            <kbd>PageUp</kbd>
          </dt>
          <dd>{t("polls:console.keys.back")}</dd>
        </div>
        <div>
          <dt>
            <kbd>B</kbd> <kbd>.</kbd>
          </dt>
          <dd>{t("polls:console.keys.blank")}</dd>
        </div>
        <div>
          <dt>
            <kbd>F</kbd>
          </dt>
          <dd>{t("polls:console.keys.full")}</dd>
        </div>
      </dl>
      <label className="console__toggle">
        <input type="checkbox" data-keys="" defaultChecked /> {t("polls:console.keys.on")}
      </label>
    </Disclosure>
  );
}

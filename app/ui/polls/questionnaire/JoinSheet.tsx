import { spacedCode } from "~/modules/polls";
import { type Stage } from "~/modules/stages";
import { useFormat, useT } from "~/ui/i18n";
import { joinAddress } from "../screen/Join";
import { Qr } from "../screen/Qr";
import { StageWhen } from "~/ui/stages/StageFacts";

/** What an address asks for the slide by, in place of the poster. */
export const SLIDE = "diapositive";

/** How to take part, on one sheet: a poster for a wall (A4), or a slide for a show (16:9). */
export function JoinSheet({
  format,
  stage,
  title,
  code,
  origin,
  now,
}: {
  format: "poster" | "slide";
  stage: Pick<Stage, "title" | "city" | "region" | "startsAt">;
  title: string;
  code: string;
  origin: string;
  now: Date;
}) {
  const t = useT();
  const { text } = useFormat();
  return (
    <main id="main" tabIndex={-1} className="sheet-frame">
      <div className={`sheet sheet--${format}`}>
        <div className="sheet__layout">
          <header className="sheet__head">
            <p className="sheet__stage">{text(stage.title)}</p>
            <h1>{text(title)}</h1>
            <p className="sheet__when">
              {stage.city}, <StageWhen stage={stage} now={now} />
            </p>
          </header>
          <div className="sheet__qr">
            <Qr address={`${origin}/direct/${code}`} label={t("polls:share.qr")} />
          </div>
          <ol className="sheet__steps">
            <li>
              <span>{t("polls:sheet.scan")}</span>
            </li>
            <li>
              <span>
                {t("polls:sheet.type")} <strong className="sheet__address">{joinAddress(origin)}</strong>{" "}
                {t("polls:sheet.with")}
              </span>{" "}
              <strong className="sheet__code">{spacedCode(code)}</strong>
            </li>
            <li>
              <span>{t("polls:sheet.answer")}</span>
            </li>
          </ol>
        </div>
      </div>
    </main>
  );
}

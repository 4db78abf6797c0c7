import { spacedCode, type Stage } from "~/modules/live";
import { useFormat, useT } from "~/ui/i18n";
import { joinAddress } from "../screen/Join";
import { Qr } from "../screen/Qr";
import { StageWhen } from "../StageFacts";

/** How to take part, on one sheet: a poster for a wall (A4), or a slide for a show (16:9). */
export function JoinSheet({ format, stage, title, code, origin, now }: {
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
        <header className="sheet__head">
          <p className="sheet__stage">{text(stage.title)} · {stage.city}, <StageWhen stage={stage} now={now} /></p>
          <h1>{text(title)}</h1>
        </header>
        <div className="sheet__qr"><Qr address={`${origin}/direct/${code}`} label={t("stages:share.qr")} /></div>
        <ol className="sheet__steps">
          <li>{t("stages:sheet.scan")}</li>
          <li>
            {t("stages:sheet.type")} <strong className="sheet__address">{joinAddress(origin)}</strong>{" "}
            {t("stages:sheet.with")} <strong className="sheet__code">{spacedCode(code)}</strong>
          </li>
          <li>{t("stages:sheet.answer")}</li>
        </ol>
      </div>
    </main>
  );
}

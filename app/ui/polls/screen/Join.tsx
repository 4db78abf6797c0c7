import { spacedCode } from "~/modules/polls";
import { useT } from "~/ui/i18n";
import { Qr } from "./Qr";

/** "participez.exemple.fr/direct": an address that people type needs no protocol. */
export const joinAddress = (origin: string): string => `${origin.replace(/^https?:\/\//, "")}/direct`;

/** The way in, always on the screen: a code to scan, or an address and six letters to type. */
export function Join({ code, origin }: { code: string; origin: string }) {
  const t = useT();
  return (
    <div className="join">
      <Qr address={`${origin}/direct/${code}`} label={t("polls:screen.qr")} />
      <p className="join__words">
        <span className="join__address">{joinAddress(origin)}</span>{" "}
        <span className="join__code">{spacedCode(code)}</span>
      </p>
    </div>
  );
}

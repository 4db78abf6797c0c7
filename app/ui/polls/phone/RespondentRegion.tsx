import { findRegion, REGIONS, UNKNOWN } from "~/modules/identity";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Select } from "~/ui/kit/Select";
import { pollHref, REGION_ASKED } from "./address";

const ID = "votre-region";

/**
 * Whence somebody answers: the stage's region until they say another. The list is on a page that does not ask for itself
 * again, or opens here where there is a script.
 */
export function RespondentRegion({
  code,
  region,
  moving,
}: {
  code: string;
  region: string;
  moving: boolean;
}) {
  const t = useT();
  const name = findRegion(region)?.name;
  const options = [
    ...REGIONS.map(({ code, name }) => ({ value: code, label: name })),
    { value: UNKNOWN, label: t("identity:unsaid") },
  ];
  return (
    <div className="poll-region" id={ID}>
      <p className="meta">
        <span data-region="">
          {name
            ? t("polls:phone.respondent.from", { region: name })
            : t("polls:phone.respondent.from-unsaid")}
        </span>{" "}
        <a href={`${pollHref(code)}?${REGION_ASKED}#${ID}`} data-move="" hidden={moving}>
          {t("polls:phone.respondent.move")}
        </a>
      </p>
      <form method="post" action={pollHref(code)} hidden={!moving}>
        <Select
          name="region"
          id="f-region"
          label={t("identity:fields.region")}
          options={options}
          defaultValue={region}
        />
        <Button kind="quiet">{t("polls:phone.respondent.moved")}</Button>
      </form>
    </div>
  );
}

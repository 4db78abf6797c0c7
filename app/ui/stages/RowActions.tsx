import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Hidden } from "~/ui/kit/Hidden";

/** What can be done with one row of an ordered list: change it, move it, remove it (asks first). */
export function RowActions({
  id,
  name,
  edit,
  first,
  last,
  kept,
}: {
  /** What the forms post as `row`. */
  id: string;
  /** What the row is about, for who cannot see where the buttons stand. */
  name: string;
  edit: string;
  first: boolean;
  last: boolean;
  /** Why it cannot be removed. */
  kept?: string | null;
}) {
  const t = useT();
  const hidden = <span className="visually-hidden"> : {name}</span>;
  const act = (value: string) => ({ name: "act", value });
  return (
    <div className="row-actions">
      <a className="page-link" href={edit}>
        {t("stages:row.edit")}
        {hidden}
      </a>
      <form method="post">
        <Hidden fields={{ row: id }} />
        {first ? null : (
          <Button kind="plain" id={`up-${id}`} {...act("up")}>
            {t("stages:row.up")}
            {hidden}
          </Button>
        )}
        {last ? null : (
          <Button kind="plain" id={`down-${id}`} {...act("down")}>
            {t("stages:row.down")}
            {hidden}
          </Button>
        )}
      </form>
      <Disclosure
        summary={
          <>
            {t("stages:row.remove")}
            {hidden}
          </>
        }
      >
        {kept ? (
          <p>{kept}</p>
        ) : (
          <form method="post">
            <Hidden fields={{ row: id }} />
            <p>{t("stages:row.sure")}</p>
            <Button kind="danger" {...act("remove")}>
              {t("stages:row.remove-now")}
              {hidden}
            </Button>
          </form>
        )}
      </Disclosure>
    </div>
  );
}

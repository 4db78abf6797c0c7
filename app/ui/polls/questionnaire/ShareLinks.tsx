import { spacedCode } from "~/modules/polls";
import { useT } from "~/ui/i18n";
import { Button, ButtonLink } from "~/ui/kit/Button";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Field } from "~/ui/kit/Field";
import { Cluster, Stack } from "~/ui/kit/Layout";
import { Qr } from "../screen/Qr";
import { SLIDE } from "./JoinSheet";
import { manageHref } from "~/ui/stages/labels";

/** How a room joins a poll, and the addresses of those who hold it. */
export function ShareLinks({
  code,
  screenKey,
  place,
  origin,
}: {
  code: string;
  screenKey: string;
  place: Parameters<typeof manageHref>[0];
  origin: string;
}) {
  const t = useT();
  const join = `${origin}/direct/${code}`;
  const screen = `${join}/ecran?cle=${encodeURIComponent(screenKey)}`;
  return (
    <Stack gap={6}>
      <div className="share-head">
        <div className="share-head__qr">
          <Qr address={join} label={t("polls:share.qr")} />
        </div>
        <Stack gap={3}>
          <p>{t("polls:share.code")}</p>
          <p className="share-head__code">{spacedCode(code)}</p>
          <Cluster>
            <ButtonLink href={`/direct/${code}/regie`}>{t("polls:share.console")}</ButtonLink>
            <ButtonLink kind="quiet" href={screen}>
              {t("polls:share.screen")}
            </ButtonLink>
          </Cluster>
          <Cluster gap={5}>
            <a className="page-link" href={manageHref(place, "affiche")}>
              {t("polls:share.poster")}
            </a>
            <a className="page-link" href={`${manageHref(place, "affiche")}?format=${SLIDE}`}>
              {t("polls:share.slide")}
            </a>
            <a className="page-link" href={manageHref(place, "reponses.csv")}>
              {t("polls:share.answers")}
            </a>
          </Cluster>
        </Stack>
      </div>
      <Stack gap={4} className="stage-form">
        <Field
          name="join"
          label={t("polls:share.join")}
          value={join}
          readOnly
          hint={t("polls:share.join-hint")}
        />
        <Field
          name="screen"
          label={t("polls:share.screen-link")}
          value={screen}
          readOnly
          hint={t("polls:share.screen-hint")}
        />
      </Stack>
      <div>
        <Renewal act="code" />
        <Renewal act="key" />
      </div>
    </Stack>
  );
}

/** Asks before what was printed or given out stops working. */
function Renewal({ act }: { act: "code" | "key" }) {
  const t = useT();
  return (
    <Disclosure summary={t(`polls:renew.${act}`)}>
      <form method="post" className="stack gap-3">
        <p>{t(`polls:renew.${act}-text`)}</p>
        <div>
          <Button kind="danger" name="act" value={act}>
            {t(`polls:renew.${act}-submit`)}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}

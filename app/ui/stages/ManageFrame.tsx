import type { ReactNode } from "react";
import type { Consultation } from "~/modules/consultation";
import type { Stage } from "~/modules/stages";
import { useFormat, useT } from "~/ui/i18n";
import { ErrorSummary, type SummaryError } from "~/ui/kit/ErrorSummary";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";
import { Trail } from "~/ui/kit/Trail";
import { MANAGE_PAGES, manageHref, stageHref, type ManagePage } from "./labels";

/** A page about one stage in management: where one is, its other pages, what was just done or refused. */
export function ManageFrame({
  consultation,
  stage,
  page,
  title,
  saved,
  errors = [],
  lead,
  children,
}: {
  consultation: Pick<Consultation, "slug" | "title">;
  stage: Pick<Stage, "slug" | "title">;
  page: ManagePage;
  /** Of a page below one of the four. */
  title?: string;
  saved?: boolean;
  errors?: readonly SummaryError[];
  lead?: ReactNode;
  children: ReactNode;
}) {
  const t = useT();
  const { text } = useFormat();
  const place = { consultation, stage };
  const name = (key: ManagePage) => t(`stages:pages.${key || "etape"}`);
  const here = { label: name(page), ...(title && { href: manageHref(place, page) }) };
  const steps = [
    { label: t("stages:list.title"), href: "/gestion/etapes" },
    { label: text(stage.title), ...(page !== "" || title ? { href: manageHref(place) } : {}) },
  ];
  return (
    <Page>
      <Trail
        label={t("consultation:trail")}
        steps={[...steps, ...(page === "" ? [] : [here]), ...(title ? [{ label: title }] : [])]}
      />
      <Stack gap={5}>
        <ErrorSummary title={t("stages:problem")} errors={errors} />
        <PageHead
          title={title ?? text(stage.title)}
          before={title ? <p className="item-label">{text(stage.title)}</p> : null}
        >
          {lead}
        </PageHead>
        <nav className="stage-tabs" aria-label={t("stages:pages.label")}>
          <ul>
            {MANAGE_PAGES.map((key) => (
              <li key={key}>
                <a
                  href={manageHref(place, key)}
                  aria-current={key === page ? (title ? "true" : "page") : undefined}
                >
                  {name(key)}
                </a>
              </li>
            ))}
            <li>
              <a href={stageHref(place)}>{t("stages:pages.public")}</a>
            </li>
          </ul>
        </nav>
        {saved && errors.length === 0 ? (
          <Notice kind="success" role="status">
            {t("stages:saved")}
          </Notice>
        ) : null}
        {children}
      </Stack>
    </Page>
  );
}

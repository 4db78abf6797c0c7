import type { Consultation, Item } from "~/modules/consultation";
import { useT } from "~/ui/i18n";
import type { RefusedForm } from "~/platform/forms";
import { useForm, type FormState } from "~/ui/form";
import { Button, ButtonLink } from "~/ui/kit/Button";
import { fieldId } from "~/ui/kit/Control";
import { Disclosure } from "~/ui/kit/Disclosure";
import { DraftNote } from "~/ui/kit/Enhanced";
import { ErrorSummary } from "~/ui/kit/ErrorSummary";
import { Hidden } from "~/ui/kit/Hidden";
import { Meta, Panel } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";
import { CommentField } from "./CommentField";
import { draftStore } from "./labels";
import { NotKept } from "./NotKept";
import type { ShownComment } from "./shown";
import { WritingForm } from "./WritingForm";

interface FormsProps {
  page: {
    consultation: Pick<Consultation, "slug">;
    item: Pick<Item, "ref">;
    comment: ShownComment;
    written: string;
    /** Each form has its own: what is taken by one says nothing of the other's draft. */
    submissions: Record<"edit" | "reply", string>;
    signedIn: boolean;
    /** The form that has just been taken. */
    done: "reply" | "edit" | null;
  };
  answer: { form: "reply" | "edit"; answer: RefusedForm } | undefined;
  /** Address of this page. */
  href: string;
}

/** What was refused when the form itself is no longer there: the reason, and the text for copying. */
function Refused({ form, signIn }: { form: FormState; signIn?: string | undefined }) {
  const t = useT();
  const [refusal] = form.summary;
  if (!refusal) return null;
  return (
    <>
      <Notice kind="error" role="alert" title={t("participation:late.title")}>
        {refusal.message}
      </Notice>
      <NotKept body={form.value("body")} />
      {signIn ? (
        <div>
          <ButtonLink href={signIn}>{t("identity:signIn.title")}</ButtonLink>
        </div>
      ) : null}
    </>
  );
}

/** For its author: the text to change, and the way to withdraw it. */
export function ChangeComment({ page, answer, href }: FormsProps) {
  const t = useT();
  const form = useForm(answer?.form === "edit" ? answer.answer : undefined);
  const { comment, written, consultation, submissions, signedIn } = page;
  const store = draftStore("modification", consultation.slug, comment.id);
  // The session may have ended while the text was being changed: nobody's comment can be changed, and the text stays.
  if (!comment.changeable)
    return (
      <Refused form={form} signIn={signedIn ? undefined : `/connexion?suite=${encodeURIComponent(href)}`} />
    );
  return (
    <Panel id="modifier" title={t("participation:comment.edit-title")}>
      <ErrorSummary
        title={t("participation:comment.problem")}
        errors={form.summary}
        id="modification-refusee"
      />
      <WritingForm action={href} store={store}>
        <CommentField
          label={t("participation:comment.edit-label")}
          value={form.value("body", written)}
          error={form.error("body")}
        />
        <Hidden fields={{ intent: "edit", submission: form.value("submission", submissions.edit) }} />
        <Button wide>{t("participation:comment.edit-submit")}</Button>
        <Meta>{t("participation:comment.edit-note")}</Meta>
        <DraftNote />
      </WritingForm>
      <Disclosure summary={t("participation:comment.withdraw-title")}>
        <form method="post" action={href}>
          <p>{t("participation:comment.withdraw-text")}</p>
          <Button kind="danger" name="intent" value="withdraw">
            {t("participation:comment.withdraw-submit")}
          </Button>
        </form>
      </Disclosure>
    </Panel>
  );
}

/** The form of a reply, signed in or not. */
export function ReplyPanel({ page, answer, href }: FormsProps) {
  const t = useT();
  const form = useForm(answer?.form === "reply" ? answer.answer : undefined);
  const { comment, consultation, signedIn, submissions } = page;
  const store = draftStore("reponse", consultation.slug, comment.id);
  if (!comment.repliable) return <Refused form={form} />;
  const id = comment.changeable ? "f-reply" : fieldId("body");
  return (
    <Panel id="repondre" title={t("participation:comment.reply-title")}>
      <ErrorSummary
        title={t("participation:comment.problem")}
        errors={form.summary.map((error) => ({ ...error, id }))}
        id="reponse-refusee"
      />
      <WritingForm action={href} store={store}>
        <CommentField
          label={t("participation:comment.reply-label")}
          value={form.value("body")}
          error={form.error("body")}
          id={id}
        />
        <Hidden fields={{ intent: "reply", submission: form.value("submission", submissions.reply) }} />
        <Button wide>{t("participation:comment.reply-submit")}</Button>
        {signedIn ? null : <Meta>{t("participation:panel.sign-in-later")}</Meta>}
        <DraftNote />
      </WritingForm>
    </Panel>
  );
}

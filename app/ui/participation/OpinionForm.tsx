import type { Item } from "~/modules/consultation";
import type { MyVoice, openParts } from "~/modules/participation";
import { useT } from "~/ui/i18n";
import type { FormState } from "~/ui/form";
import { Button } from "~/ui/kit/Button";
import { Choice } from "~/ui/kit/Choice";
import { DraftNote } from "~/ui/kit/Enhanced";
import { Hidden } from "~/ui/kit/Hidden";
import { Cluster, Meta } from "~/ui/kit/Layout";
import { StarsInput } from "~/ui/kit/StarsInput";
import { CommentField } from "./CommentField";
import { positionOptions, starLabels } from "./labels";
import { WritingForm } from "./WritingForm";

export interface OpinionFormProps {
  action: string;
  store: string;
  kind: Item["kind"];
  /** What the item opens for. */
  parts: ReturnType<typeof openParts>;
  voice: Pick<MyVoice, "position" | "stars"> | null;
  form: FormState;
  submission: string;
  signedIn: boolean;
}

/** A position, a priority, a comment: any of them, with one button. */
export function OpinionForm({
  action,
  store,
  kind,
  parts,
  voice,
  form,
  submission,
  signedIn,
}: OpinionFormProps) {
  const t = useT();
  return (
    <WritingForm action={action} store={store}>
      {parts.position ? (
        <Choice
          name="position"
          legend={t(`participation:position.legend.${kind}`)}
          options={positionOptions(t)}
          value={form.value("position", voice?.position ?? "")}
          none={voice?.position ? undefined : t("participation:position.none")}
          error={form.error("position")}
        />
      ) : null}
      {parts.stars ? (
        <StarsInput
          name="stars"
          legend={t("participation:stars.legend")}
          labels={starLabels(t)}
          value={Number(form.value("stars", String(voice?.stars ?? ""))) || null}
          empty={t("participation:stars.empty")}
          none={voice?.stars ? undefined : t("participation:stars.none")}
          error={form.error("stars")}
        />
      ) : null}
      {parts.comment ? (
        <CommentField
          label={t("participation:panel.comment")}
          value={form.value("body")}
          error={form.error("body")}
          optional
        />
      ) : null}
      <Hidden fields={{ submission: form.value("submission", submission) }} />
      <Button wide>{t("participation:panel.submit")}</Button>
      <Meta>{t(signedIn ? "participation:panel.until" : "participation:panel.sign-in-later")}</Meta>
      <DraftNote />
      <Withdrawals voice={voice} />
    </WritingForm>
  );
}

/** After the main button, so that the Enter key never withdraws anything. */
function Withdrawals({ voice }: Pick<OpinionFormProps, "voice">) {
  const t = useT();
  if (!voice?.position && !voice?.stars) return null;
  return (
    <Cluster>
      {voice.position ? (
        <Button kind="plain" name="intent" value="withdraw-position">
          {t("participation:panel.withdraw-position")}
        </Button>
      ) : null}
      {voice.stars ? (
        <Button kind="plain" name="intent" value="withdraw-stars">
          {t("participation:panel.withdraw-stars")}
        </Button>
      ) : null}
    </Cluster>
  );
}

import type { Language } from '../language.ts';
import { adrPage } from './adr-page.ts';
import { announcements } from './announcements.ts';
import { answerTitle } from './answer-title.ts';
import { away } from './away.ts';
import { card } from './card.ts';
import { commands, publishNow, waiting } from './commands.ts';
import { confirmation } from './confirmation.ts';
import { corrections } from './corrections.ts';
import { outcomeForm, withdrawForm } from './decide.ts';
import { argumentForm, objectionForm, settleForm, wholeDecision } from './deliberate.ts';
import { digest } from './digest.ts';
import { doctor } from './doctor.ts';
import { draftRemarks, wordReasons } from './draft-remarks.ts';
import { failures } from './failures.ts';
import { find } from './find.ts';
import { follow } from './follow.ts';
import { forms } from './forms.ts';
import { governed } from './governed.ts';
import { handover } from './handover.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { imports } from './import.ts';
import { list } from './list.ts';
import { objections } from './objections.ts';
import { objects } from './objects.ts';
import { outcomes } from './outcomes.ts';
import { people } from './people.ts';
import { bonds, draftForm, editForm, optionForm, proposeForm, sectionForm } from './propose.ts';
import { publicationRemarks } from './publication-remarks.ts';
import { recall } from './recall.ts';
import { record } from './record.ts';
import { aroundOpenProposal, refusals } from './refusals.ts';
import { repository } from './repository.ts';
import { reviewText } from './review-text.ts';
import { reviews } from './reviews.ts';
import { revisit } from './revisit.ts';
import { ruleDoubtAdvice, ruleDoubts } from './rule-doubts.ts';
import { rules } from './rules.ts';
import { ownRuleForm, ruleHelp, settingsForm } from './settings.ts';
import { shortcut } from './shortcut.ts';
import { stalled } from './stalled.ts';
import { style } from './style.ts';
import { tools } from './tools.ts';
import { troubles } from './troubles.ts';
import { turnout } from './turnout.ts';
import { verdicts } from './verdicts.ts';
import { deadlineForm, press, scoreForm } from './vote.ts';

/** German, with an informal “du”. */
export const de: Language = {
  code: 'de',
  name: 'Deutsch',
  verdicts,
  rules,
  refusals,
  aroundOpenProposal,
  ruleDoubts,
  ruleDoubtAdvice,
  draftRemarks,
  wordReasons,
  failures,
  troubles,
  publicationRemarks,
  people,
  card,
  outcomes,
  announcements,
  corrections,
  objections,
  objects,
  digest,
  imports,
  recall,
  record,
  reviewText,
  governed,
  reviews,
  repository,
  turnout,
  commands,
  waiting,
  away,
  revisit,
  handover,
  stalled,
  tools,
  publishNow,
  doctor,
  style,
  list,
  find,
  home,
  shortcut,
  history,
  adrPage,
  follow,
  forms,
  settingsForm,
  ownRuleForm,
  ruleHelp,
  proposeForm,
  sectionForm,
  draftForm,
  editForm,
  optionForm,
  bonds,
  argumentForm,
  objectionForm,
  settleForm,
  wholeDecision,
  deadlineForm,
  press,
  scoreForm,
  confirmation,
  outcomeForm,
  answerTitle,
  withdrawForm,
};

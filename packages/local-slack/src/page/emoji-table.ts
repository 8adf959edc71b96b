import { gemoji } from 'gemoji';

/** An emoji: the character, its names, and words for searching. */
export interface Emoji {
  readonly character: string;
  readonly names: readonly string[];
  readonly words: string;
}

/** Slack's names that the emoji set lacks, each with the name in the set. */
const slackNames: Readonly<Record<string, string>> = {
  ballot_box_with_ballot: 'ballot_box',
  thinking_face: 'thinking',
  robot_face: 'robot',
  hugging_face: 'hugs',
  face_with_rolling_eyes: 'roll_eyes',
  rolling_on_the_floor_laughing: 'rofl',
  face_with_raised_eyebrow: 'raised_eyebrow',
  face_with_cowboy_hat: 'cowboy_hat_face',
  face_with_monocle: 'monocle_face',
  face_vomiting: 'vomiting_face',
  face_palm: 'facepalm',
  'star-struck': 'star_struck',
  simple_smile: 'slightly_smiling_face',
  large_red_square: 'red_square',
  large_blue_square: 'blue_square',
  large_green_square: 'green_square',
  large_yellow_square: 'yellow_square',
  large_orange_square: 'orange_square',
  large_purple_square: 'purple_square',
  large_brown_square: 'brown_square',
  large_green_circle: 'green_circle',
  large_yellow_circle: 'yellow_circle',
  large_orange_circle: 'orange_circle',
  large_purple_circle: 'purple_circle',
  large_brown_circle: 'brown_circle',
  scales: 'balance_scale',
  octagonal_sign: 'stop_sign',
  radioactive_sign: 'radioactive',
  biohazard_sign: 'biohazard',
  hand_with_index_and_middle_fingers_crossed: 'crossed_fingers',
  the_horns: 'metal',
  sign_of_the_horns: 'metal',
  'spock-hand': 'vulcan_salute',
  shopping_trolley: 'shopping_cart',
  spiral_calendar_pad: 'spiral_calendar',
  spiral_note_pad: 'spiral_notepad',
  lower_left_ballpoint_pen: 'pen',
  lower_left_fountain_pen: 'fountain_pen',
  lower_left_crayon: 'crayon',
  lower_left_paintbrush: 'paintbrush',
  linked_paperclips: 'paperclips',
  rolled_up_newspaper: 'newspaper_roll',
  compression: 'clamp',
  dove_of_peace: 'dove',
  three_button_mouse: 'computer_mouse',
  first_place_medal: '1st_place_medal',
  second_place_medal: '2nd_place_medal',
  third_place_medal: '3rd_place_medal',
  sports_medal: 'medal_sports',
  medal: 'medal_military',
  double_vertical_bar: 'pause_button',
  black_square_for_stop: 'stop_button',
  unicorn_face: 'unicorn',
  lion_face: 'lion',
  ladybug: 'lady_beetle',
  rain_cloud: 'cloud_with_rain',
  snow_cloud: 'cloud_with_snow',
  lightning: 'cloud_with_lightning',
};

/** All emoji with their names. Slack's own names come first. */
export function emojiTable(): readonly Emoji[] {
  return gemoji.map(({ emoji, names, tags, description }) => ({
    character: emoji,
    names: [...Object.keys(slackNames).filter((name) => names.includes(slackNames[name] ?? '')), ...names],
    words: [description, ...tags].join(' '),
  }));
}

const color = (name) => ({
  default: `var(--${name})`,
  subtle: `var(--${name}-subtle, var(--${name}))`,
});

const foreground = {
  default: { default: 'var(--ink)', subtle: 'var(--ink-soft)' },
  dark: { default: 'var(--ink)', subtle: 'var(--ink-soft)' },
  light: { default: 'var(--ink-soft)', subtle: 'var(--ink-soft)' },
  accent: color('accent'),
  good: color('good'),
  warning: color('warning'),
  attention: color('attention'),
};
const container = (background) => ({ backgroundColor: background, foregroundColors: foreground });

/** Teams' sizes and spacing. Colours are CSS variables, so that a change of theme touches no card. */
export const hostConfig = {
  fontFamily: 'inherit',
  supportsInteractivity: true,
  choiceSetInputValueSeparator: ',',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 26, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container('transparent'),
    emphasis: container('var(--shade)'),
    accent: container('var(--accent-back)'),
    good: container('var(--good-back)'),
    warning: container('var(--warning-back)'),
    attention: container('var(--attention-back)'),
  },
  inputs: {
    label: {
      inputSpacing: 'Small',
      requiredInputs: { weight: 'Bolder', suffix: ' *', suffixColor: 'Attention' },
      optionalInputs: { weight: 'Bolder' },
    },
    errorMessage: { color: 'Attention', weight: 'Default', spacing: 'Small' },
  },
  actions: {
    maxActions: 6,
    spacing: 'Default',
    buttonSpacing: 8,
    showCard: { actionMode: 'Inline', inlineTopMargin: 8, style: 'default' },
    preExpandSingleShowCardAction: false,
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
    allowTitleToWrap: true,
  },
  textBlock: { headingLevel: 3 },
  factSet: {
    title: { weight: 'Default', isSubtle: true, wrap: true, maxWidth: 140 },
    value: { weight: 'Default', wrap: true },
    spacing: 12,
  },
  table: { cellSpacing: 8 },
};

// Language, colours, contrast, motion, and what the wheel does.

import { pointWith, usePointing, type Device } from '../../canvas/pointing'
import { Select } from '../../ui/controls'
import { chooseLooks, LOOKS, useLooks, type Looks } from '../../ui/theme'
import { chooseLocale, useLocale } from '../../words/locale'
import { LOCALES, t, type Locale } from '../../words/words'
import s from './settings.module.css'

export function LooksTab() {
  const looks = useLooks()
  const { locale } = useLocale()
  const device = usePointing((pointing) => pointing.device)
  return (
    <div className={s.rows}>
      <Row label={t('frame-language')}>
        <Select
          aria-label={t('frame-language')}
          data-first
          choices={LOCALES.map((each) => ({ value: each, label: ownName(each) }))}
          value={locale}
          onChange={(next) => void chooseLocale(next as Locale)}
        />
      </Row>
      {(Object.keys(LOOKS) as (keyof Looks)[]).map((part) => (
        <Row key={part} label={t(`frame-${part}`)}>
          <Select
            aria-label={t(`frame-${part}`)}
            choices={LOOKS[part].map((value) => ({ value, label: t(`frame-${part}-${value}`) }))}
            value={looks[part]}
            onChange={(next) => chooseLooks({ [part]: next })}
          />
        </Row>
      ))}
      <Row label={t('frame-pointing')}>
        <Select
          aria-label={t('frame-pointing')}
          title={t('frame-pointing-doc')}
          choices={(['mouse', 'trackpad'] as const).map((value) => ({ value, label: t(`frame-pointing-${value}`) }))}
          value={device ?? 'mouse'}
          onChange={(next) => pointWith(next as Device)}
        />
      </Row>
      <p className={s.note}>{t('frame-kept-here')}</p>
    </div>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={s.row}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}

/** As its speakers write it, so that they find it in any language. */
function ownName(locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

// The device that the model is for: what cannot go there is then said on the canvas, and about how large the files will be.

import { SIZES, type Training } from '../../contract'
import { useInference } from '../../document/hooks'
import { Field, Heading, Select } from '../../ui/controls'
import { bytes } from '../../ui/format'
import { t } from '../../words/words'
import s from './training.module.css'

type Device = Training['goes_to']

const DEVICES: readonly Device[] = ['any', 'server', 'browser', 'phone', 'raspberry_pi']

export function Target({ value, onChange }: { value: Device; onChange: (device: Device) => void }) {
  const params = useInference((inference) => inference.totals?.params ?? 0)
  const sizes = params ? (SIZES[value] ?? []) : []
  return (
    <>
      <Heading>{t('training-target')}</Heading>
      <div className={s.fields}>
        <Field label={t('training-device')} htmlFor="target-device" doc={t('training-device-doc')}>
          <Select
            id="target-device"
            choices={DEVICES.map((device) => ({ value: device, label: t(`training-device-${device}`) }))}
            value={value}
            onChange={(device) => onChange(device as Device)}
          />
        </Field>
      </div>
      {sizes.length > 0 && (
        <p className={s.hint} data-sizes>
          {t('training-sizes', { sizes: sizes.map(({ title, weight_bytes }) => `${title} ${bytes(params * weight_bytes)}`).join(', ') })}
        </p>
      )}
    </>
  )
}

/** The n-th working day after a period's end, and a time of that day. */
type Moment = readonly [day: number, time: `${number}:${number}`]
type Declares = { figure: string; value: string; reason: string }
export type ReportStep =
  | { at: Moment; step: 'write'; by: string; remark?: string; declares?: readonly Declares[] }
  | { at: Moment; step: 'sign'; by: string }
  | { at: Moment; step: 'return'; by: string; reason: string }
  | { at: Moment; step: 'amend'; by: string; why: string; declares?: readonly Declares[] }
  | { at: Moment; step: 'waive'; by: string; reason: string }

const onTime = (writer: string, signer: string): readonly ReportStep[] => [
  { at: [1, '10:40'], step: 'write', by: writer },
  { at: [2, '11:15'], step: 'sign', by: signer },
]

/** How many periods of the demonstration have ended; the first is partial, the platforms having been admitted in it. */
export const REPORTED_PERIODS = 7

/**
 * What platforms reported: by how many periods ago, 0 the one that ended last. Where nothing is said, the report was written on the
 * first working day and signed on the second.
 */
export const biweeklyReports: readonly {
  platform: string
  usual: readonly ReportStep[]
  periods: Readonly<Record<number, readonly ReportStep[]>>
}[] = [
  {
    platform: 'douyin',
    usual: onTime('何珊', '韩越'),
    periods: {
      0: [
        { at: [1, '10:10'], step: 'write', by: '何珊' },
        { at: [1, '16:20'], step: 'sign', by: '韩越' },
      ],
      1: [
        { at: [1, '09:50'], step: 'write', by: '何珊' },
        { at: [1, '14:30'], step: 'return', by: '韩越', reason: '第 3 批下架的作品还有两部没有核对集数，请核对后再送。' },
        { at: [2, '10:05'], step: 'write', by: '何珊', remark: '两部作品的集数已核对。' },
        { at: [2, '17:40'], step: 'sign', by: '韩越' },
      ],
      2: [
        {
          at: [1, '11:20'],
          step: 'write',
          by: '何珊',
          declares: [{ figure: ':::intercepted', value: '26', reason: '另有 26 部在上传审核时拦截，未形成举报，记录里没有。' }],
        },
        { at: [2, '09:45'], step: 'sign', by: '韩越' },
      ],
      3: [
        { at: [1, '10:40'], step: 'write', by: '何珊' },
        { at: [2, '11:15'], step: 'sign', by: '韩越' },
        { at: [4, '15:20'], step: 'amend', by: '何珊', why: '拟补报一部作品。' },
        { at: [4, '16:40'], step: 'return', by: '韩越', reason: '这部作品的认定在下一期，不用修订。' },
      ],
    },
  },
  {
    platform: 'kuaishou',
    usual: onTime('柳青', '李宁'),
    periods: {
      0: [{ at: [1, '15:30'], step: 'write', by: '柳青', remark: '待李宁核对后签发。' }],
      1: [
        { at: [1, '10:15'], step: 'write', by: '柳青' },
        { at: [2, '10:50'], step: 'sign', by: '李宁' },
        {
          at: [5, '14:10'],
          step: 'amend',
          by: '柳青',
          why: '漏报上传审核时拦截的 4 部作品。',
          declares: [{ figure: ':::intercepted', value: '4', reason: '上传审核时拦截，未形成举报。' }],
        },
        { at: [5, '16:45'], step: 'sign', by: '李宁' },
      ],
      3: [
        { at: [2, '17:10'], step: 'write', by: '柳青' },
        { at: [4, '10:20'], step: 'sign', by: '李宁' },
      ],
    },
  },
  {
    platform: 'wechat',
    usual: onTime('钱榕', '赵磊'),
    periods: {
      0: [],
      2: [
        { at: [3, '09:30'], step: 'write', by: '钱榕' },
        { at: [3, '15:05'], step: 'sign', by: '赵磊' },
      ],
    },
  },
  {
    platform: 'taobao',
    usual: onTime('苏眠', '孙悦'),
    periods: {
      // Written by the only one who could sign it: somebody must be invited.
      0: [{ at: [2, '14:00'], step: 'write', by: '孙悦' }],
    },
  },
  {
    platform: 'hongguo',
    usual: onTime('丁竹', '杜鹃'),
    periods: {
      0: [],
      4: [{ at: [2, '10:30'], step: 'waive', by: '周敏', reason: '平台数据系统迁移，本期免报，所涉案件并入下期核对。' }],
    },
  },
]

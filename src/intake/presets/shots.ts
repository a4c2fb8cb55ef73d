import { type Column, column, type Preset, words } from '../preset.ts'
import { company, production } from './shared.ts'

const episode = words('episode', 'episode', 'episode name', 'ep', '集', '集数', '회', '회차', '에피소드')
const sequence = words('sequence', 'sequence', 'sequence name', 'scene', 'seq', '场', '场次', '段落', '씬', '시퀀스', '장면')
const frames = words('frames', 'frames', 'nb frames', 'frame count', '帧数', '장수', '프레임수', '프레임')
const assigned: Column = { field: 'assigned', headers: ['assignations', 'assignation'], keep: 'people', isOfLeft: true }

/** Shots as Kitsu exports them: after the shot's own columns, each task has its status and, right of it, an `Assignations` column. */
export const kitsuShots: Preset = {
  name: 'kitsu-shots',
  kind: 'shots',
  summary: 'Shots exported from Kitsu, with the status and the people of each task',
  columns: [production, episode, sequence, words('shot', 'name'), frames, company, assigned],
  needs: ['shot'],
  sample: {
    csv: 'Project;Episode;Sequence;Name;Description;Time Spent;Frames;Frame In;Frame Out;FPS;Contractor;Layout;Assignations;Animation;Assignations\nLantern Hill;E01;SQ01;SH010;"two\nwalk in";3;48;1;48;24;Grey Heron;done;Mina Alder;wip;Bo Tan, Kim Chol Su\n',
    rows: [
      {
        production: 'Lantern Hill',
        episode: 'E01',
        sequence: 'SQ01',
        shot: 'SH010',
        frames: '48',
        company: 'Grey Heron',
        'task:Layout': 'done',
        'assigned:Layout': 'M. A.',
        'task:Animation': 'wip',
        'assigned:Animation': 'B. T., K. C. S.',
      },
    ],
  },
}

/** Tasks as Kitsu exports them: one row per task of a shot. */
export const kitsuTasks: Preset = {
  name: 'kitsu-tasks',
  kind: 'shots',
  summary: 'Tasks exported from Kitsu, one row each',
  columns: [
    production,
    words('task', 'task type'),
    episode,
    sequence,
    words('entity', 'entity type'),
    words('shot', 'entity'),
    column('assigned', 'people', 'assignees', 'assignee'),
    words('due', 'due date'),
    words('status', 'task status'),
  ],
  needs: ['task'],
  sample: {
    csv: 'Project,Task Type,Episode,Sequence,Entity Type,Entity,Assigner,Assignees,Duration,Estimation,Start date,Due date,WIP date,Validation date,Task Status\nLantern Hill,Animation,E01,SQ01,Shot,SH010,Boss Name,"Bo Tan,Mina Alder",2,2,2024-01-02,2024-01-09,,,wip\n',
    rows: [
      {
        production: 'Lantern Hill',
        task: 'Animation',
        episode: 'E01',
        sequence: 'SQ01',
        entity: 'Shot',
        shot: 'SH010',
        assigned: 'B. T., M. A.',
        due: '2024-01-09',
        status: 'wip',
      },
    ],
  },
}

/** Versions as vendors submit them to ShotGrid: only the version's name is certain, and the shot stands in it. */
export const shotgridVersions: Preset = {
  name: 'shotgrid-versions',
  kind: 'shots',
  summary: 'Versions submitted to ShotGrid, one row each',
  columns: [
    words('version', 'version name', 'version'),
    production,
    words('shot', 'shot', 'shot code', 'link'),
    words('task', 'task', 'pipeline step'),
    words('status', 'status', 'submitted for'),
    words('due', 'date', 'delivery date'),
    company,
    column('assigned', 'people', 'artist', 'user'),
  ],
  needs: ['version'],
  sample: {
    csv: 'VERSION NAME,SUBMITTED FOR,ARTIST,NOTES\nTLH_101_010_anim_v003,WIP,Bo Tan,mail me at bo@example.org\n',
    rows: [{ version: 'TLH_101_010_anim_v003', status: 'WIP', assigned: 'B. T.' }],
  },
}

/** Shots as ShotGrid's APIs give them: the name of a shot is its `code`, links are names, fields of a site's own begin with `sg_`. */
export const shotgridShots: Preset = {
  name: 'shotgrid-shots',
  kind: 'shots',
  summary: 'Shots exported from ShotGrid by its API, as JSON or CSV of its field names',
  columns: [
    production,
    words('episode', 'sg_episode', 'episode'),
    words('sequence', 'sg_sequence'),
    words('shot', 'code'),
    words('task', 'sg_task', 'step'),
    words('status', 'sg_status_list'),
    words('frames', 'sg_cut_duration'),
    words('company', 'sg_vendor', 'sg_vendors', 'sg_vendor_groups'),
    column('assigned', 'people', 'task_assignees', 'sg_assignees'),
  ],
  needs: ['shot'],
  sample: {
    csv: 'id,type,code,project,sg_sequence,sg_status_list,description\n2410,Shot,TLH_101_010,Lantern Hill,SQ01,ip,call me\n',
    rows: [{ production: 'Lantern Hill', sequence: 'SQ01', shot: 'TLH_101_010', status: 'ip' }],
  },
  exports: [
    {
      name: 'ShotGrid, REST',
      text: JSON.stringify({
        data: [
          {
            type: 'Shot',
            id: 2410,
            attributes: { code: 'TLH_101_010', sg_status_list: 'ip', description: 'SECRET' },
            relationships: {
              project: { data: { type: 'Project', id: 4, name: 'Lantern Hill' } },
              sg_sequence: { data: { type: 'Sequence', id: 2, name: 'SQ01' } },
              task_assignees: { data: [{ type: 'HumanUser', id: 7, name: 'Mina Alder' }] },
              created_by: { data: { type: 'HumanUser', id: 7, name: 'SECRET' } },
            },
          },
        ],
      }),
      rows: [{ production: 'Lantern Hill', sequence: 'SQ01', shot: 'TLH_101_010', status: 'ip', assigned: 'M. A.' }],
    },
  ],
}

/** A shot list by its headers, in English, Chinese or Korean. */
export const shots: Preset = {
  name: 'shots',
  kind: 'shots',
  summary: 'A shot list: production, episode, scene, shot, task, status, company, dates',
  columns: [
    production,
    episode,
    sequence,
    words('shot', 'shot', 'shot code', 'shot name', 'cut', 'name', '镜头', '镜号', '镜头号', '컷', '컷번호', '샷'),
    words('task', 'task', 'task type', 'department', 'work', '工序', '任务', '工作', '작업', '공정'),
    words('status', 'status', 'state', '状态', '进度', '상태', '진행'),
    company,
    column('assigned', 'people', 'artist', 'assignee', 'assignees', 'assigned to', '负责人', '制作人', '画师', '담당자', '작업자'),
    words('due', 'due', 'due date', 'delivery date', 'client eta', 'end date', '交期', '截止日期', '交付日期', '납기', '마감', '마감일'),
    frames,
  ],
  needs: ['shot'],
  sample: {
    csv: '镜号,工序,状态,制作人,交期,电话\nA-012,中割,完成,"王小明、李华",2024-01-17,13800000000\n',
    rows: [{ shot: 'A-012', task: '中割', status: '完成', assigned: '王○○, 李○', due: '2024-01-17' }],
  },
}

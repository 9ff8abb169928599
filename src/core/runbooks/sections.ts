/** What a passage of a runbook is for. */
export type SectionId = keyof typeof names;

// Headings that open a section, in eight languages, `|` between them; as seen in 2,026 public runbooks.
const names = {
  overview:
    'overview | summary | purpose | introduction | background | description | tl dr | überblick | übersicht | zweck | einleitung | zusammenfassung | beschreibung | aperçu | présentation | objectif | résumé | contexte | resumen | descripción | propósito | introducción | objetivo | visão geral | resumo | introdução | обзор | назначение | цель | описание | 概述 | 简介 | 目的 | 概要 | what it is | what this is',
  trigger:
    'meaning | symptoms | trigger | when to use | signals | detection | problem description | check runbook match | symptome | auslöser | bedeutung | wann verwenden | alarm | symptômes | déclencheur | quand utiliser | signification | síntomas | disparador | cuándo usar | significado | sintomas | gatilho | quando usar | симптомы | триггер | когда применять | признаки | 症状 | 触发条件 | 告警含义 | 発生条件 | アラートの意味 | alert description | when this fires | understanding the alert | understanding this alert | what this alert means | what does this alert mean | what it means | why this fires | identification | identify',
  impact:
    'impact | customer impact | business impact | severity | priority | service tier | criticality | auswirkung | auswirkungen | schweregrad | kritikalität | gravité | criticité | impacto | severidad | criticidad | severidade | влияние | критичность | серьёзность | 影响 | 严重程度 | 影響 | 重大度 | consequences | folgen | conséquences | consecuencias | consequências | последствия',
  owner:
    'owner | owners | service owner | ownership | maintainers | team | responsible | supported by | delivered by | known about by | primary sme | secondary sme | eigentümer | verantwortlich | verantwortliche | zuständig | zuständigkeit | ansprechpartner | responsable | propriétaire | équipe | propietario | equipo | responsável | dono | equipe | владелец | ответственный | команда | 负责人 | 所有者 | 维护者 | 担当 | 責任者 | owner backup and escalation',
  contacts:
    'contact | contacts | contact info | emergency contacts | getting help | support | points of contact | kontakt | kontakte | hilfe | aide | contacto | contactos | soporte | contato | contatos | suporte | контакты | поддержка | 联系人 | 連絡先',
  escalation:
    'escalation | escalate | escalation path | escalation policy | when to escalate | who to call | on-call | eskalation | eskalationspfad | rufbereitschaft | escalade | astreinte | escalado | escalamiento | guardia | escalonamento | escalação | plantão | эскалация | дежурство | 升级 | 值班 | エスカレーション | 当番',
  prerequisites:
    'prerequisites | pre-requisites | requirements | before you begin | before you start | preconditions | pre-flight | access | permissions | required tools | what you need | preparation | setup | voraussetzungen | vorbedingungen | bevor sie beginnen | benötigte rechte | zugänge | prérequis | avant de commencer | accès | requisitos previos | prerrequisitos | antes de empezar | permisos | pré-requisitos | antes de começar | permissões | предварительные требования | предусловия | доступы | 前提条件 | 先决条件 | 权限 | 事前準備 | 必要な権限',
  architecture:
    'architecture | tech stack | technology stack | components | dependencies | how it works | data flow | infrastructure | topology | system characteristics | key locations | environments | architektur | komponenten | abhängigkeiten | funktionsweise | umgebungen | composants | dépendances | arquitectura | componentes | dependencias | arquitetura | dependências | архитектура | компоненты | зависимости | 架构 | 组件 | 依赖 | アーキテクチャ | 構成 | 依存関係 | depends on',
  diagnosis:
    'diagnosis | diagnose | troubleshooting | first line troubleshooting | second line troubleshooting | investigation | debugging | triage | possible causes | initial steps | what to check | common problems | failure modes | fehlersuche | fehlerbehebung | ursachen | analyse | diagnostic | dépannage | causes possibles | diagnóstico | solución de problemas | causas posibles | solução de problemas | causas | диагностика | устранение неполадок | возможные причины | 诊断 | 故障排查 | 可能原因 | 診断 | 切り分け | トラブルシューティング | 原因 | debug | causes | cause | root cause | common causes | investigate | investigating | how to investigate | diagnosing | identify the problem | common errors | diagnose und behebung',
  mitigation:
    'mitigation | resolution | remediation | remediation steps | steps | procedure | immediate actions | recovery | fix | solution | contain | detailed steps | solutions list | maßnahmen | behebung | lösung | vorgehen | schritte | sofortmaßnahmen | durchführung | résolution | atténuation | procédure | étapes | actions | mitigación | resolución | procedimiento | pasos | acciones | mitigação | resolução | procedimento | passos | ações | устранение | решение | процедура | шаги | порядок действий | 缓解 | 解决方案 | 步骤 | 处理流程 | 対処 | 対応 | 手順 | 復旧 | start stop restart | restart | what to do | mitigate | mitigating | mitigations | resolve | resolving | how to resolve | how to fix | fixing | fixes | dealing with the alert | dealing with this alert | remediate | instructions | containment | eradication | eradicate | recover | was tun | que faire | qué hacer | o que fazer | что делать',
  verification:
    'verification | verify | validation | smoke test | post-checks | check resolution | expected outcome | success criteria | testing | health checks | überprüfung | verifikation | prüfung | erfolgskontrolle | nachkontrolle | vérification | verificación | validación | comprobación | verificação | validação | проверка | верификация | 验证 | 检查结果 | 確認 | 検証 | check that it worked | smoke tests | confirm',
  rollback:
    'rollback | roll back | backout | revert | undo | fallback | failback | zurückrollen | rückgängig machen | rücknahme | retour arrière | restauration | reversión | vuelta atrás | reversão | desfazer | откат | возврат | 回滚 | 回退 | ロールバック | 切り戻し | undo it | rolling back',
  deployment:
    'deployment | deploy | release | releases | ci/cd | release details | bereitstellung | auslieferung | déploiement | despliegue | implantação | развертывание | деплой | 部署 | 发布 | デプロイ | リリース',
  monitoring:
    'monitoring | dashboards | metrics | logs | logging | alerts | alerting | observability | slis | überwachung | metriken | protokolle | surveillance | métriques | journaux | monitorización | métricas | registros | monitoramento | мониторинг | метрики | логи | 监控 | 指标 | 日志 | 監視 | メトリクス | ログ | first look | health',
  backupDr:
    'backup | backups | restore | disaster recovery | failover | data recovery | rto | rpo | datensicherung | wiederherstellung | notfallplan | ausfallsicherung | sauvegarde | restauration | reprise | copia de seguridad | restauración | recuperación ante desastres | restauração | recuperação de desastres | резервное копирование | восстановление | 备份 | 恢复 | 灾备 | バックアップ | 復元 | 災害復旧 | restoring',
  configSecrets:
    "configuration | environment variables | secrets | key management | credentials | certificates | feature flags | konfiguration | umgebungsvariablen | zugangsdaten | geheimnisse | variables d'environnement | configuración | secretos | variables de entorno | configuração | segredos | variáveis de ambiente | конфигурация | секреты | переменные окружения | 配置 | 密钥 | 环境变量 | 設定 | シークレット | 環境変数 | config | environment",
  sloSla:
    'sla | slo | service levels | availability | hours of operation | error budget | support hours | servicezeiten | verfügbarkeit | niveau de service | disponibilité | nivel de servicio | disponibilidad | nível de serviço | disponibilidade | уровень обслуживания | доступность | 服务等级 | 可用性 | サービスレベル',
  automation:
    'automation | toil | manual steps | known manual tasks | scripts | automatisierung | manuelle schritte | automatisation | automatización | automação | автоматизация | 自动化 | 自動化',
  communication:
    'communication | comms | status page | stakeholders | notify | communication template | kommunikation | benachrichtigung | comunicación | comunicação | коммуникация | 沟通 | 通知 | 連絡 | 周知',
  references:
    'references | further reading | related | see also | links | additional resources | further information | referenzen | siehe auch | weiterführende links | références | voir aussi | referencias | véase también | referências | veja também | ссылки | см также | 参考 | 相关链接 | 関連',
  review:
    'last reviewed | last updated | last tested | revision history | change log | document control | zuletzt geprüft | änderungshistorie | letzte prüfung | dernière révision | historique | última revisión | historial de cambios | última revisão | histórico | последняя проверка | история изменений | 最后审核 | 变更记录 | 最終確認日 | 改訂履歴',
} as const;

// Of one word that means something else inside a longer heading: `Alert`, but not `Alert routing`.
const wholeNames: Partial<Record<SectionId, string>> = {
  overview: 'scope | about | goal | goals | context',
  trigger: 'problem | problems | alert | symptom',
  impact: 'effect | effects',
  mitigation: 'playbook | runbook | process | the process | workflow | action',
  verification: 'checks | check | result',
};

const longestName = 6;

const sectionByName: ReadonlyMap<string, SectionId> = new Map(
  (Object.keys(names) as SectionId[]).reverse().flatMap(id => namesIn(id, names[id])),
);

const sectionByWholeName: ReadonlyMap<string, SectionId> = new Map(
  (Object.keys(wholeNames) as SectionId[]).flatMap(id => namesIn(id, wholeNames[id] ?? '')),
);

function namesIn(id: SectionId, list: string): [string, SectionId][] {
  return list.split(' | ').map(name => [plainHeading(name), id]);
}

/** Lower case, without numbering, emoji and punctuation: `3.1 Roll-back:` becomes `roll back`. */
export function plainHeading(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’']/gu, "'")
    .replace(/[^\p{L}\p{M}\p{N}'/&]+/gu, ' ')
    .replace(/^(?:(?:step|part|section) )?(?:\d+ )+/u, '')
    .trim();
}

/** The section a heading opens, or null. */
export type SectionNames = (heading: string) => SectionId | null;

/**
 * The section a heading opens, or null. The whole heading may be a known name, or begin or end with one
 * (`Rollback procedure`, `Customer impact`); headings of more than six words are taken for prose.
 */
export const sectionOfHeading: SectionNames = heading => sectionIn([sectionByName], heading);

/** {@link sectionOfHeading} with further names of sections, which go before ours. */
export function sectionNames(further: ReadonlyMap<SectionId, readonly string[]>): SectionNames {
  if (further.size === 0) return sectionOfHeading;
  const own = new Map([...further].flatMap(([id, list]) => list.map(name => [plainHeading(name), id] as const)));
  return heading => sectionIn([own, sectionByName], heading);
}

/** Whether a word names a section, as settings do. */
export const isSectionId = (word: string): word is SectionId => Object.hasOwn(names, word);

function sectionIn(known: readonly ReadonlyMap<string, SectionId>[], heading: string): SectionId | null {
  const find = (name: string): SectionId | undefined => {
    for (const each of known) {
      const found = each.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const plain = plainHeading(heading);
  const whole = find(plain) ?? sectionByWholeName.get(plain);
  if (whole !== undefined) return whole;
  const words = plain.split(' ');
  if (words.length > longestName) return null;
  for (let length = words.length - 1; length > 0; length--) {
    const found = find(words.slice(0, length).join(' ')) ?? find(words.slice(-length).join(' '));
    if (found !== undefined) return found;
  }
  return null;
}

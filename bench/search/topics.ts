/** What the field talks about: how titles name it, what descriptions say beside it, and how people ask for it. */
export interface Topic {
  readonly group: string;
  /** Names as titles have them; the first is the usual one. */
  readonly names: readonly string[];
  readonly beside: readonly string[];
  /** Queries: plain, by another name, half typed or misspelt. */
  readonly asked: readonly [string, string, string];
}

const topic = (group: string, names: string, beside: string, asked: string): Topic => ({
  group,
  names: names.split('|'),
  beside: beside.split('|'),
  asked: asked.split('|') as unknown as Topic['asked'],
});

export const TOPICS: readonly Topic[] = [
  topic(
    'network',
    'Zero Trust|Zero Trust Architecture|ZTNA',
    'segmentation|least privilege|policy engine',
    'zero trust|ztna|zero trsut',
  ),
  topic(
    'network',
    'Firewall Management|Next-Generation Firewalls',
    'rule base|inspection|perimeter',
    'firewall rules|next generation firewall|firewal',
  ),
  topic(
    'network',
    'DDoS Mitigation|Denial of Service Defence',
    'traffic scrubbing|botnets|rate limiting',
    'ddos|denial of service|ddos mitigaton',
  ),
  topic(
    'network',
    'VPN and Remote Access|Secure Remote Access',
    'tunnels|split tunnelling|branch offices',
    'vpn|remote access|secure remot',
  ),
  topic(
    'identity',
    'Identity and Access Management|IAM',
    'provisioning|entitlements|access reviews',
    'identity access management|iam|identiy management',
  ),
  topic(
    'identity',
    'Multi-Factor Authentication|MFA|Passwordless Authentication',
    'passkeys|phishing-resistant|tokens',
    'mfa|multi factor authentication|passwordles',
  ),
  topic(
    'identity',
    'Privileged Access Management|PAM',
    'vaulting|session recording|admin accounts',
    'privileged access|pam|privileged acces managment',
  ),
  topic(
    'identity',
    'Active Directory Security|Entra ID Security',
    'kerberos|domain controllers|group policy',
    'active directory|entra id|active directry',
  ),
  topic(
    'response',
    'Incident Response|IR',
    'containment|playbooks|lessons learned',
    'incident response|ir|incident respnse',
  ),
  topic(
    'response',
    'Digital Forensics|DFIR',
    'disk images|memory analysis|chain of custody',
    'digital forensics|dfir|digital forensc',
  ),
  topic(
    'response',
    'Ransomware|Ransomware Defence|Ransomware Negotiation',
    'backups|extortion|recovery',
    'ransomware|ransomware recovery|ransonware',
  ),
  topic(
    'response',
    'Malware Analysis|Reverse Engineering Malware',
    'sandbox|disassembly|indicators',
    'malware analysis|reverse engineering|malware anal',
  ),
  topic(
    'operations',
    'Security Operations Center|SOC|Building a SOC',
    'analysts|triage|shift handover',
    'soc|security operations|securty operations center',
  ),
  topic(
    'operations',
    'SIEM|Security Monitoring|Log Management',
    'correlation|retention|use cases',
    'siem|security monitoring|log managment',
  ),
  topic('operations', 'Threat Hunting', 'hypotheses|telemetry|baselines', 'threat hunting|hunt threats|threat hunt'),
  topic(
    'operations',
    'Cyber Threat Intelligence|CTI|Threat Intelligence',
    'adversaries|feeds|attribution',
    'threat intelligence|cti|threat inteligence',
  ),
  topic(
    'operations',
    'Endpoint Detection and Response|EDR',
    'agents|behavioural detection|isolation',
    'edr|endpoint detection|endpoint detecton',
  ),
  topic(
    'operations',
    'Vulnerability Management|Patch Management',
    'scanning|exposure|prioritisation',
    'vulnerability management|patch management|vulnerabilty',
  ),
  topic(
    'cloud',
    'Cloud Security|Securing the Cloud',
    'shared responsibility|misconfiguration|tenants',
    'cloud security|securing cloud|cloud securty',
  ),
  topic('cloud', 'AWS Security', 'buckets|roles|guardrails', 'aws security|amazon aws|aws secur'),
  topic(
    'cloud',
    'Azure Security|Microsoft Azure Security',
    'subscriptions|defender|conditional access',
    'azure security|microsoft azure|azzure',
  ),
  topic(
    'cloud',
    'Kubernetes Security|K8s Hardening|Container Security',
    'clusters|admission control|images',
    'kubernetes|k8s|kuberntes security',
  ),
  topic(
    'cloud',
    'Cloud Forensics',
    'snapshots|api logs|evidence',
    'cloud forensics|forensics in the cloud|cloud forens',
  ),
  topic(
    'software',
    'Application Security|AppSec',
    'injection|code review|input validation',
    'application security|appsec|aplication security',
  ),
  topic(
    'software',
    'Secure Software Development|DevSecOps',
    'pipelines|shift left|static analysis',
    'devsecops|secure development|devsecop',
  ),
  topic(
    'software',
    'API Security',
    'tokens|rate limits|broken object level authorization',
    'api security|securing apis|api secur',
  ),
  topic(
    'software',
    'Threat Modelling|Threat Modeling',
    'data flow diagrams|stride|abuse cases',
    'threat modelling|threat modeling|threat modeling stride',
  ),
  topic(
    'software',
    'Software Supply Chain Security|SBOM',
    'dependencies|provenance|signing',
    'software supply chain|sbom|supply chian',
  ),
  topic(
    'software',
    'Penetration Testing|Pentesting|Ethical Hacking',
    'exploitation|scoping|reporting',
    'penetration testing|pentest|penetraton testing',
  ),
  topic(
    'software',
    'Web Application Hacking|OWASP Top Ten',
    'cross-site scripting|session handling|proxies',
    'owasp top ten|web application hacking|owas',
  ),
  topic(
    'governance',
    'Governance, Risk and Compliance|GRC',
    'controls|frameworks|assurance',
    'grc|governance risk compliance|governence risk',
  ),
  topic(
    'governance',
    'Third-Party Risk Management|Vendor Risk|TPRM',
    'questionnaires|contracts|suppliers',
    'third party risk|tprm|vendor rsik',
  ),
  topic(
    'governance',
    'ISO 27001|Information Security Management Systems',
    'certification audit|statement of applicability|annex a',
    'iso 27001|information security management system|iso 2700',
  ),
  topic(
    'governance',
    'NIST Cybersecurity Framework|NIST CSF',
    'govern|identify|profiles',
    'nist csf|nist cybersecurity framework|nist framwork',
  ),
  topic(
    'governance',
    'IT Audit|Auditing Information Systems',
    'workpapers|sampling|findings',
    'it audit|auditing information systems|audit informaton',
  ),
  topic(
    'governance',
    'Internal Controls|SOX Compliance',
    'segregation of duties|testing|material weakness',
    'internal controls|sox|internal contrls',
  ),
  topic(
    'governance',
    'Business Continuity|BCP',
    'impact analysis|exercises|recovery time',
    'business continuity|bcp|busines continuity',
  ),
  topic(
    'governance',
    'Disaster Recovery',
    'failover|restore tests|second site',
    'disaster recovery|dr planning|disaster recov',
  ),
  topic(
    'governance',
    'Board Reporting|Cyber Risk for Boards',
    'directors|metrics|appetite',
    'board reporting|cyber risk boards|bord reporting',
  ),
  topic(
    'governance',
    'Cyber Risk Quantification|FAIR Analysis',
    'loss events|simulation|euros',
    'risk quantification|fair analysis|risk quantificaton',
  ),
  topic(
    'privacy',
    'GDPR|Data Protection',
    'lawful basis|data subjects|supervisory authority',
    'gdpr|data protection|data protecton',
  ),
  topic(
    'privacy',
    'Privacy Engineering|Privacy by Design',
    'minimisation|pseudonyms|retention',
    'privacy engineering|privacy by design|privacy enginering',
  ),
  topic(
    'privacy',
    'AI Governance|Responsible AI',
    'model risk|transparency|oversight',
    'ai governance|responsible ai|ai governence',
  ),
  topic(
    'privacy',
    'Large Language Model Security|Prompt Injection',
    'jailbreaks|guardrails|training data',
    'llm security|prompt injection|promt injection',
  ),
  topic(
    'industrial',
    'Industrial Control System Security|OT Security|ICS Security',
    'plcs|safety|air gaps',
    'ot security|ics|industrial control',
  ),
  topic(
    'industrial',
    'Medical Device Security',
    'hospitals|patching|clinical risk',
    'medical device|hospital device security|medical devce',
  ),
  topic(
    'people',
    'Security Awareness|Phishing Awareness',
    'simulations|reporting button|culture',
    'security awareness|phishing|phising awareness',
  ),
  topic(
    'people',
    'Social Engineering',
    'pretexting|vishing|tailgating',
    'social engineering|vishing|social enginering',
  ),
  topic(
    'people',
    'Project Management|Agile Project Management',
    'stakeholders|scope|schedules',
    'project management|agile|project managment',
  ),
  topic(
    'people',
    'Leadership for Security Managers|Leading Security Teams',
    'feedback|hiring|delegation',
    'leadership|leading security teams|ledership',
  ),
  topic(
    'people',
    'Fraud Examination|Fraud Investigation',
    'interviews|red flags|ledger',
    'fraud examination|fraud investigation|fruad',
  ),
  topic(
    'people',
    'Change Management',
    'adoption|communication|resistance',
    'change management|organisational change|chnage management',
  ),
  topic(
    'crypto',
    'Cryptography|Post-Quantum Cryptography',
    'lattices|key exchange|migration',
    'cryptography|post quantum|cryptograhy',
  ),
  topic(
    'crypto',
    'Public Key Infrastructure|PKI',
    'certificate authorities|revocation|key ceremonies',
    'pki|public key infrastructure|public key infra',
  ),
];

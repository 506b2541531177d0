using Simulator.Protocol.Settlement;

namespace Simulator.Records;

/// <summary>What of one answer went on chain, and for which job.</summary>
/// <param name="Job">Job id.</param>
/// <param name="Request">The answered request.</param>
/// <param name="Row">Enclave, hashes, signature and time.</param>
public sealed record EvidenceRow(string Job, RequestId Request, SettlementRow Row);

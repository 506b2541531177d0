using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>A job as it was reported.</summary>
/// <param name="Job">Job id.</param>
/// <param name="Request">The answered request.</param>
/// <param name="Data">The data header, read.</param>
internal sealed record EvidenceItem(string Job, RequestId Request, SettlementData Data)
{
    /// <summary>The job with its row, as observations name them.</summary>
    public EvidenceRow With(SettlementRow row) => new(Job, Request, row);
}

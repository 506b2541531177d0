namespace Simulator.Protocol.Receipts.Links;

/// <summary>The enclave was enabled and active in the registry when its answer was accepted.</summary>
internal static class RegistryLink
{
    /// <summary>Oldest heartbeat of an active enclave, in seconds; a reading farther from the answer proves nothing.</summary>
    private const long HeartbeatMaxAge = 1800;

    public static LinkResult Check(Receipt receipt)
    {
        if (receipt.Registry is not { } standing)
        {
            return LinkResult.Absent(ReceiptLink.Registry, "the network had no registry: nodes were known beforehand");
        }

        long age = standing.BlockTime - standing.LastHeartbeatAt;
        long distance = standing.BlockTime - receipt.Answer.Timestamp;
        FirstBreak found = new FirstBreak()
            .Require(standing.Registered, LinkBreak.TeeNotRegistered)
            .Require(standing.Enabled, LinkBreak.TeeNotEnabled)
            .Require(standing.Approved, LinkBreak.PcrNotApproved)
            .Require(age is >= 0 and <= HeartbeatMaxAge, LinkBreak.HeartbeatTooOld)
            .Require(distance is >= -HeartbeatMaxAge and <= HeartbeatMaxAge, LinkBreak.StandingOutsideWindow);
        return LinkResult.Of(
            ReceiptLink.Registry,
            found.Reason,
            $"the enclave was enabled and active at block {standing.BlockNumber}, heard of {age} s before; " +
            "block and standing are stated, not proven");
    }
}

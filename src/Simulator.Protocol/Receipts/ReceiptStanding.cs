using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>How the enclave stood in the registry when its answer was accepted.</summary>
/// <remarks>
/// A statement of the run's own record of the chain: nothing in a receipt ties it to the state root yet. Whether it
/// makes the enclave active is recomputed by whoever checks.
/// </remarks>
/// <param name="Registered">Whether it was ever registered; if not, the rest is false and zero.</param>
/// <param name="Enabled">The registry's stored flag.</param>
/// <param name="Approved">Whether its measurement might run.</param>
/// <param name="RegisteredAt">Unix seconds of the block that registered it.</param>
/// <param name="LastHeartbeatAt">Unix seconds of the block that took its last heartbeat, or registered it.</param>
/// <param name="BlockNumber">The block it was read at: by the client where it read, else the newest at acceptance.</param>
/// <param name="BlockTime">Unix seconds.</param>
/// <param name="StateRoot">What the block commits to.</param>
public sealed record ReceiptStanding(
    bool Registered,
    bool Enabled,
    bool Approved,
    long RegisteredAt,
    long LastHeartbeatAt,
    long BlockNumber,
    long BlockTime,
    Hash32 StateRoot)
{
    internal static ReceiptStanding From(JsonMembers members)
    {
        JsonMembers block = members.Object("block");
        return new(
            members.Boolean("registered"),
            members.Boolean("enabled"),
            members.Boolean("approved"),
            members.Whole("registeredAt"),
            members.Whole("lastHeartbeatAt"),
            block.Whole("number"),
            block.Whole("time"),
            block.Hash("stateRoot"));
    }

    internal void Write(JsonTextWriter writer) => writer.Object("registry")
        .Boolean("registered", Registered)
        .Boolean("enabled", Enabled)
        .Boolean("approved", Approved)
        .Integer("registeredAt", RegisteredAt)
        .Integer("lastHeartbeatAt", LastHeartbeatAt)
        .Object("block")
        .Integer("number", BlockNumber)
        .Integer("time", BlockTime)
        .Text("stateRoot", StateRoot.ToString())
        .End().End();
}

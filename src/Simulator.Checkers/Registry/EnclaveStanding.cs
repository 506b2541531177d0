using Simulator.Protocol.Ethereum;

namespace Simulator.Checkers.Registry;

/// <summary>How an enclave stood after a block, rebuilt from what the registry said.</summary>
/// <param name="Height">The block.</param>
/// <param name="BlockTime">Its time, Unix seconds.</param>
/// <param name="StateRoot">What it commits to.</param>
/// <param name="Registered">False: no registration was ever taken; nothing below is then true.</param>
/// <param name="Enabled">In service.</param>
/// <param name="Approved">Its measurement may run.</param>
/// <param name="RegisteredAt">Unix seconds.</param>
/// <param name="LastHeartbeatAt">Unix seconds; the registration counts as a heartbeat.</param>
public readonly record struct EnclaveStanding(
    long Height,
    long BlockTime,
    Hash32 StateRoot,
    bool Registered,
    bool Enabled,
    bool Approved,
    long RegisteredAt,
    long LastHeartbeatAt)
{
    /// <summary>Oldest heartbeat of an active enclave in seconds, as the registry is deployed (protocol facts §5.3).</summary>
    public const long HeartbeatMaxAge = 1800;

    public bool Active => Registered && Enabled && Approved && BlockTime - LastHeartbeatAt <= HeartbeatMaxAge;
}

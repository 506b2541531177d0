namespace Simulator.Kernel;

/// <summary>What a run came to.</summary>
/// <param name="Digest">32 bytes: SHA-256 over (actor name, hash of all it handled) in ordinal name order.</param>
/// <param name="Events">Messages handled since the world began.</param>
/// <param name="End">The asked-for time, or the last handled event's if the run ended before.</param>
/// <param name="Reason">Why it stopped.</param>
/// <param name="Counters">What happened to messages.</param>
public sealed record RunOutcome(byte[] Digest, long Events, SimTime End, RunEnd Reason, RunCounters Counters)
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string DigestHex => Convert.ToHexStringLower(Digest);
}

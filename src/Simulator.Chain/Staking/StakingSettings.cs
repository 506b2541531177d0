using Simulator.Primitives;

namespace Simulator.Chain.Staking;

/// <summary>
/// The rules of staking. Own design: the network's published contracts fix no figures (protocol facts §5.7).
/// </summary>
public sealed record StakingSettings
{
    /// <summary>Least bonded stake of an operator that counts.</summary>
    public OpgAmount MinimumStake { get; init; } = OpgAmount.FromWholeOpg(10_000);

    /// <summary>Seconds between asking for stake back and getting it; for so long it can still be slashed.</summary>
    public ulong UnbondingSeconds { get; init; } = 1_814_400;

    /// <summary>Requests for stake back that one operator may have open; as in the network's bond vault.</summary>
    public int MaxUnbondingEntries { get; init; } = 7;

    /// <summary>Seconds a slashed operator stays jailed.</summary>
    public ulong JailSeconds { get; init; } = 600;

    /// <summary>Share of the stake lost for signing two votes at one height.</summary>
    public Ratio DoubleSignSlash { get; init; } = new(5, 100);

    /// <summary>Share lost for being absent too long.</summary>
    public Ratio DowntimeSlash { get; init; } = new(1, 100);

    /// <summary>Share lost for an answer that another execution contradicts.</summary>
    public Ratio WrongAnswerSlash { get; init; } = new(10, 100);

    /// <summary>
    /// Share of what was slashed that goes to whoever showed the evidence; above one half self-reporting pays.
    /// </summary>
    public Ratio ReporterReward { get; init; } = new(5, 100);

    internal Ratio SlashOf(Offence offence) => offence switch
    {
        Offence.Unset => throw Invariant.Unreachable(offence),
        Offence.DoubleSign => DoubleSignSlash,
        Offence.Downtime => DowntimeSlash,
        Offence.WrongAnswer => WrongAnswerSlash,
    };
}

/// <summary>What stake is lost for.</summary>
public enum Offence
{
    Unset = 0,
    DoubleSign = 1,
    Downtime = 2,
    WrongAnswer = 3,
}

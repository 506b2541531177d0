using Simulator.Actors.Transactions;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Verifiers;

/// <summary>What a verifier is.</summary>
public sealed record VerifierSettings
{
    /// <summary>Name of the group in the scenario.</summary>
    public required string Group { get; init; }

    /// <summary>The account that is bonded and rewarded.</summary>
    public required TransactionAccount Account { get; init; }

    /// <summary>Between two looks at the chain; findings are posted with the next one.</summary>
    public required SimDuration Poll { get; init; }

    /// <summary>Probability that it draws an answer.</summary>
    public required Ratio AuditRate { get; init; }

    /// <summary>Virtual time of one check on one core.</summary>
    public required SimDuration CheckTime { get; init; }

    /// <summary>Checks made at the same time.</summary>
    public required int Slots { get; init; }

    public required MachineTime Machine { get; init; }

    public required ReexecutionSettings Execution { get; init; }

    public required IOutputComparison Comparison { get; init; }

    /// <summary>Who shows the answers that an account committed.</summary>
    public required IReadOnlyDictionary<Address, (string Name, ActorRef Actor)> Sources { get; init; }

    /// <summary>When it asks for its bond back, and draws no more answers; null: never.</summary>
    public SimTime? LeavesAt { get; init; }

    /// <summary>How it cheats; null for an honest one.</summary>
    public VerifierFraudSettings? Fraud { get; init; }

    /// <summary>How it learns from its payoffs; null for one whose conduct is fixed.</summary>
    public BanditRules? Adapts { get; init; }

    /// <summary>From a report or challenge until it is worth asking what came of it.</summary>
    public required SimDuration Settled { get; init; }

    /// <summary>What it knows of rewards and penalties, to see its own payoff.</summary>
    public required VerifierPrices Prices { get; init; }
}

/// <summary>What a verifier's account shows it after the event.</summary>
/// <param name="Reward">Of a report.</param>
/// <param name="Bounty">Share of a node's penalty.</param>
/// <param name="Penalty">Its own, for a wrong word.</param>
public sealed record VerifierPrices(OpgAmount Reward, OpgAmount Bounty, OpgAmount Penalty);

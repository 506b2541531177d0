using Simulator.Actors.Transactions;
using Simulator.Actors.Users;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Verifiers;

/// <summary>Who plants answers that are wrong on purpose, and how many.</summary>
public sealed record TesterSettings
{
    /// <summary>The account that commits them, bonded like a node's.</summary>
    public required TransactionAccount Account { get; init; }

    /// <summary>Between two looks at the chain.</summary>
    public required SimDuration Poll { get; init; }

    /// <summary>Probability of one test for each answer that a node commits to.</summary>
    public required Ratio Rate { get; init; }

    /// <summary>Where the tests' questions come from.</summary>
    public required IQuestions Questions { get; init; }

    /// <summary>SHA-256 of the model file that is said to have run.</summary>
    public required Hash32 Model { get; init; }

    /// <summary>After which a test that nobody challenged is revealed.</summary>
    public required SimDuration RevealAfter { get; init; }
}

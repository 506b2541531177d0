using Simulator.Actors.Network;
using Simulator.Actors.Transactions;
using Simulator.Actors.Users.Choices;
using Simulator.Actors.Users.Frauds;
using Simulator.Actors.Users.Purses;
using Simulator.Inference.Text;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Users;

/// <summary>What a user knows and wants.</summary>
public sealed record UserSettings
{
    /// <summary>Name of the group in the scenario.</summary>
    public required string Group { get; init; }

    public required PrivateKey Key { get; init; }

    /// <summary>How it pays.</summary>
    public PaymentMode Mode { get; init; } = PaymentMode.Upto;

    /// <summary>Its account on the payment chain, for those who send transactions themselves; null for all others.</summary>
    public TransactionAccount? Account { get; init; }

    /// <summary>How long it lets invoices lie; null: it pays at once.</summary>
    public PaymentLag? PaysAfter { get; init; }

    /// <summary>Where it looks what its authorisations were settled for; null for one who does not look.</summary>
    public ActorRef? PaymentChain { get; init; }

    /// <summary>How it cheats; null for a user that does not.</summary>
    public UserFraud? Fraud { get; init; }

    public required Arrivals Arrivals { get; init; }

    /// <summary>No request starts at or after this instant.</summary>
    public required SimTime AsksUntil { get; init; }

    /// <summary>How long the user waits for an answer, counted from the request's start.</summary>
    public required SimDuration Patience { get; init; }

    public required IQuestions Questions { get; init; }

    /// <summary>The tokenizer of the text model that is asked; null for a model of tensors.</summary>
    public TextModel? Text { get; init; }

    /// <summary>The nodes the user knows; at least one, unless it reads the registry.</summary>
    public required IReadOnlyList<KnownNode> Nodes { get; init; }

    /// <summary>How the user reads the registry; null for one who does not.</summary>
    public RegistryAccess? Registry { get; init; }

    /// <summary>Whom it asks.</summary>
    public INodeChoice Choice { get; init; } = new RandomNode();

    /// <summary>How it reads rulings about nodes; null for one who goes by its own experience alone.</summary>
    public RulingAccess? Rulings { get; init; }

    /// <summary>How often a request is tried on another node after its connection failed; not after an HTTP status.</summary>
    public int Retries { get; init; } = 1;

    /// <summary>How long one node has before the request is tried elsewhere; null: as long as the user is patient.</summary>
    public SimDuration? Deadline { get; init; }

    public required UnixClock Clock { get; init; }

    /// <summary>The X-SETTLEMENT-TYPE header of every request; null sends none.</summary>
    public string? SettlementType { get; init; }

    /// <summary>What it asks of an answer.</summary>
    public VerificationMode Verification { get; init; } = VerificationMode.Tee;

    /// <summary>Virtual time that checking a proof takes on the user's machine.</summary>
    public SimDuration ProofCheck { get; init; }

    /// <summary>Virtual time that signing a payment takes on the user's machine.</summary>
    public required SimDuration SigningTime { get; init; }

    /// <summary>False for careless users, who accept any answer they can read.</summary>
    public bool ChecksAnswers { get; init; } = true;

    /// <summary>Virtual time that checking an answer takes on the user's machine.</summary>
    public required SimDuration CheckingTime { get; init; }
}

using Simulator.Actors.Enclaves.Frauds;
using Simulator.Actors.Gateways.Tills;
using Simulator.Actors.Gateways.Verification;
using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402.Sessions;

namespace Simulator.Actors.Gateways;

/// <summary>What a gateway asks for its answers, and through whom it gets it.</summary>
public sealed record GatewaySettings
{
    /// <summary>Name of the group in the scenario.</summary>
    public required string Group { get; init; }

    /// <summary>Address the node is paid at.</summary>
    public required Address PayTo { get; init; }

    /// <summary>How it is paid.</summary>
    public required PaymentMode Mode { get; init; }

    /// <summary>Most an authorisation may move; with <c>exact</c> the price itself.</summary>
    public required OpgAmount Maximum { get; init; }

    /// <summary>Price of one answer.</summary>
    public required OpgAmount Price { get; init; }

    /// <summary>Added for each token of prompt and answer that an answer of a text model states.</summary>
    public OpgAmount PricePerToken { get; init; }

    /// <summary>How long an authorisation may live.</summary>
    public required int TimeoutSeconds { get; init; }

    public required SessionRules Sessions { get; init; }

    public required ulong ChainId { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<KnownFacilitator> Facilitators { get; init; }

    /// <summary>Which of them it offers to its clients.</summary>
    public FacilitatorChoice FacilitatorChoice { get; init; } = FacilitatorChoice.Random;

    /// <summary>How answers are verified before they are paid for; null in a world without verification.</summary>
    public VerifiedAnswerSettings? Verification { get; init; }

    /// <summary>Whether the enclave learns from what became of its answers.</summary>
    public bool TellsOutcomes { get; init; }

    /// <summary>The payment chain's RPC, for tills that look at the chain themselves.</summary>
    public ActorRef Chain { get; init; }

    /// <summary>Blocks from a transfer's own up to the newest, both included, before it counts; at least 1.</summary>
    public int Confirmations { get; init; } = 1;

    /// <summary>Virtual time to check one signature on a proof of payment.</summary>
    public SimDuration CheckingTime { get; init; } = SimDuration.FromMilliseconds(1);

    /// <summary>Channels: between two claims.</summary>
    public SimDuration ClaimPeriod { get; init; } = SimDuration.FromMinutes(1);

    /// <summary>Channels: what the node signs its claims and refunds with.</summary>
    public PrivateKey? Key { get; init; }

    /// <summary>Post-paid: what one account may owe.</summary>
    public OpgAmount CreditLimit { get; init; }

    /// <summary>Post-paid: between two invoices.</summary>
    public SimDuration InvoicePeriod { get; init; } = SimDuration.FromMinutes(1);

    /// <summary>Post-paid: from an invoice until its account is cut off.</summary>
    public SimDuration PaymentDue { get; init; } = SimDuration.FromMinutes(2);

    public required UnixClock Clock { get; init; }

    /// <summary>How the node cheats; null for an honest one.</summary>
    public NodeFraudSettings? Fraud { get; init; }

    /// <summary>When its host comes up again after crashes, in ascending order; what it numbers starts anew then.</summary>
    public IReadOnlyList<SimTime> Restarts { get; init; } = [];
}

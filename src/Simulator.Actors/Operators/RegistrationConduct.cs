using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Operators;

/// <summary>How an operator presents a node to the registry: as it is, or in one of the ways that attackers try.</summary>
public sealed record RegistrationConduct
{
    private RegistrationConduct(string? attack)
    {
        Attack = attack;
    }

    /// <summary>The papers as they are, at once.</summary>
    public static RegistrationConduct Honest { get; } = new(attack: null);

    /// <summary>The scenario's name of the attack; null for an honest operator.</summary>
    public string? Attack { get; }

    /// <summary>Another enclave whose papers are fetched too; null when there is none.</summary>
    public ActorRef? Other { get; private init; }

    /// <summary>How long the papers are held back before they are presented.</summary>
    public SimDuration HoldBack { get; private init; }

    /// <summary>What is presented, of the node's own papers and the other enclave's.</summary>
    public Func<RegistrationPapers, RegistrationPapers?, RegistrationPapers> Present { get; private init; } = (own, _) => own;

    /// <summary>The papers are in order, and what is wrong lies elsewhere: hardware, code, a list in a backend.</summary>
    public static RegistrationConduct Plain(string attack) => new(attack);

    /// <summary>A signing key that was made outside: the document binds the enclave's own.</summary>
    public static RegistrationConduct ImportedKey(string attack, byte[] outside) => new(attack)
    {
        Present = (own, _) => own with { SigningKey = outside },
    };

    /// <summary>Another enclave's identity, with all its papers.</summary>
    public static RegistrationConduct CopiedIdentity(string attack, ActorRef victim, SimDuration holdBack) => new(attack)
    {
        Other = victim,
        HoldBack = holdBack,
        Present = (_, other) => other!,
    };

    /// <summary>A good document, presented when it is too old.</summary>
    public static RegistrationConduct StaleDocument(string attack, SimDuration holdBack) => new(attack)
    {
        HoldBack = holdBack,
    };

    /// <summary>Another enclave's document with one's own key and certificate.</summary>
    public static RegistrationConduct ReplayedDocument(string attack, ActorRef victim) => new(attack)
    {
        Other = victim,
        Present = (own, other) => own with { Document = other!.Document },
    };

    /// <summary>A TLS certificate whose key somebody else holds.</summary>
    public static RegistrationConduct SwappedCertificate(string attack, byte[] certificate) => new(attack)
    {
        Present = (own, _) => own with { TlsCertificate = certificate },
    };
}

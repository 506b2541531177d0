using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Users.Purses;

/// <summary>How a user pays: what goes along with a request unasked, and the answer to a demand for payment.</summary>
internal interface IPurse
{
    /// <summary>Whose money it is.</summary>
    Address Address { get; }

    /// <summary>Sends a request to the node the user keeps to, now or later, with whatever pays for it already.</summary>
    void Begin(OpenRequest request, IActorContext context);

    /// <summary>Answers a 402: sends the request again with a payment, now or later.</summary>
    /// <returns>Null, or why the user declines.</returns>
    string? Pay(OpenRequest request, PaymentRequired required, IActorContext context);

    /// <summary>An answer of a node came, with its session header or none.</summary>
    void Learn(KnownNode node, string? session);

    /// <summary>What ran with the node is over: it refused, or was given up.</summary>
    void Forget(KnownNode? node);

    /// <summary>The user turns to another node; to none for the time being when it is null.</summary>
    void Turn(KnownNode? node);

    /// <returns>False for a message that is none of a purse's.</returns>
    bool TryReceive(in Envelope envelope, IActorContext context);
}

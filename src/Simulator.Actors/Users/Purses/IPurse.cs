using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Users.Purses;

/// <summary>How a user pays: what goes along with a request unasked, and the answer to a demand for payment.</summary>
internal interface IPurse
{
    /// <summary>Whose money it is.</summary>
    Address Address { get; }

    void OnStarted(IActorContext context);

    /// <summary>Timers and jobs died with the host; the open requests have been given up.</summary>
    void OnRestarted(IActorContext context);

    /// <summary>Sends a request to the node the user keeps to, now or later, with whatever pays for it already.</summary>
    void Begin(OpenRequest request, IActorContext context);

    /// <summary>Sends a request to a node that it has not been sent to before, by a connection that begins with it.</summary>
    void Ask(OpenRequest request, IActorContext context);

    /// <summary>The request is tried elsewhere: its node is waited for no longer.</summary>
    void Leave(OpenRequest request, IActorContext context)
    {
    }

    /// <summary>Answers a 402: sends the request again with a payment, now or later.</summary>
    /// <returns>Null, or why the user declines.</returns>
    string? Pay(OpenRequest request, PaymentRequired required, IActorContext context);

    /// <summary>An answer came, with its session header or none.</summary>
    void Learn(OpenRequest request, string? session, IActorContext context);

    /// <summary>The user turns back to a node that it has a session with.</summary>
    void Resume(string session)
    {
    }

    /// <summary>What ran with the node is over: it refused, or the user left it.</summary>
    void Forget();

    /// <returns>False for a message that is none of a purse's.</returns>
    bool TryReceive(in Envelope envelope, IActorContext context);
}

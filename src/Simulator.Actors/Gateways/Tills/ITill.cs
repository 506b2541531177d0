using Simulator.Actors.Gateways.Http;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>How a gateway is paid: whom it serves, what it charges, and how the money comes in.</summary>
/// <remarks>
/// Order of a request: <see cref="Admit"/>, then either a refusal to the client or <see cref="TillSite.Serve"/>, then
/// <see cref="Charge"/> and <see cref="Answered"/>, or <see cref="Abort"/>.
/// </remarks>
internal interface ITill
{
    void OnStarted(IActorContext context);

    /// <summary>What was in flight died with the host; requests under way have been aborted before.</summary>
    void OnRestarted(IActorContext context);

    /// <summary>Decides, now or later, whether the request is served; a refused client gets its 402 from here.</summary>
    void Admit(HeldRequest request, PostInference post, IActorContext context);

    /// <summary>The answer is there: charges its price.</summary>
    Charged Charge(HeldRequest request, Admission admission, OpgAmount price, IActorContext context);

    /// <summary>The session header of an answer that goes out before it is charged for, or null.</summary>
    string? SessionOf(Admission admission);

    /// <summary>The answer is on its way to the client.</summary>
    void Answered(Admission admission, IActorContext context);

    /// <summary>There will be no answer; nothing is charged.</summary>
    void Abort(Admission admission, IActorContext context);

    /// <returns>False for a message that is none of a till's.</returns>
    bool TryReceive(in Envelope envelope, IActorContext context);
}

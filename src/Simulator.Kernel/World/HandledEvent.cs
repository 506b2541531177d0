namespace Simulator.Kernel;

/// <summary>One message as it was handled: its place in the order, and what it was.</summary>
/// <param name="At">When it was handled.</param>
/// <param name="Hop">Zero-delay sends before it at this instant.</param>
/// <param name="Sender">Who sent it.</param>
/// <param name="Sequence">The sender's sequence number.</param>
/// <param name="Copy">1 for a link's duplicate.</param>
/// <param name="Receiver">Who handled it.</param>
/// <param name="TypeNumber">The message's type.</param>
/// <param name="PayloadHash">Hash of its binary form; zero when the digest is off.</param>
public readonly record struct HandledEvent(
    SimTime At,
    int Hop,
    ActorRef Sender,
    long Sequence,
    byte Copy,
    ActorRef Receiver,
    ushort TypeNumber,
    ulong PayloadHash);

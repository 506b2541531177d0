namespace Simulator.Kernel;

/// <summary>
/// Behaviour: one message in, then sends, timers, jobs and observations out, all through the context.
/// </summary>
/// <remarks>
/// Called by one thread at a time and runs to completion. An exception is a bug and ends the run. The context and the
/// envelope are valid only during the call.
/// </remarks>
public interface IActor
{
    void Receive(in Envelope envelope, IActorContext context);
}

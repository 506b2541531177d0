namespace Simulator.Kernel;

internal sealed class PendingJob<T>(
    Computation<T> work,
    Func<T, SimDuration>? serviceTime,
    Func<T, Message> completed) : PendingJob(work)
{
    public override SimDuration ServiceTime()
    {
        SimDuration span = serviceTime!(work.Result);
        Invariant.That(span >= AtLeast);
        return span;
    }

    public override Message Complete() => completed(work.Result);
}

namespace Simulator.Kernel;

internal sealed class Computation<T>(Func<T> compute) : Computation
{
    private Func<T>? work = compute;
    private T? result;

    /// <summary>Valid once done.</summary>
    public T Result => result!;

    protected override void Compute()
    {
        Func<T> once = work!;
        work = null;
        result = once();
    }
}

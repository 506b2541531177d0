namespace Simulator.Primitives;

/// <summary>A bug was found. Nobody catches this except the outermost shell, which prints how to reproduce it.</summary>
public sealed class InvariantViolatedException : Exception
{
    public InvariantViolatedException()
    {
    }

    public InvariantViolatedException(string message)
        : base(message)
    {
    }

    public InvariantViolatedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

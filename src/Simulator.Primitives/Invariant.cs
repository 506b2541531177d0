using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Simulator.Primitives;

/// <summary>Conditions that only a bug can break. They stay on in every build; breaking one ends the run.</summary>
/// <remarks>A simulated outcome (a refusal, a timeout) is a value, never an invariant.</remarks>
public static class Invariant
{
    /// <summary>Ends the run when <paramref name="condition"/> is false, naming the broken expression.</summary>
    /// <exception cref="InvariantViolatedException">The condition is false.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void That(
        [DoesNotReturnIf(false)] bool condition,
        [CallerArgumentExpression(nameof(condition))] string expression = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (!condition)
        {
            Fail(expression, file, line);
        }
    }

    /// <summary>For the last arm of a switch that cannot be reached: <c>_ =&gt; throw Invariant.Unreachable(x)</c>.</summary>
    public static InvariantViolatedException Unreachable(
        object? value,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) =>
        new($"unreachable: {value ?? "null"} ({Path.GetFileName(file)}:{line})");

    [DoesNotReturn]
    private static void Fail(string expression, string file, int line) =>
        throw new InvariantViolatedException($"{expression} ({Path.GetFileName(file)}:{line})");
}

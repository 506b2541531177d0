using Simulator.Primitives;

namespace Simulator.Scenarios.Expressions;

/// <summary>Arithmetic over numbers and keys of a scenario: a closed form that a figure is compared with.</summary>
/// <remarks>
/// Keys stand for their values in the units of metrics: seconds, OPG, per second, plain numbers. The result is the same to
/// the last bit on every platform.
/// </remarks>
public abstract record Expression
{
    /// <summary>The value; not a number where a key has none, infinite or not a number outside the operations' domain.</summary>
    /// <param name="valueOf">A key's value in the units of metrics; not a number where it has none.</param>
    public abstract double At(Func<string, double> valueOf);

    /// <summary>A number as written.</summary>
    public sealed record Literal(double Value) : Expression
    {
        public override double At(Func<string, double> valueOf) => Value;
    }

    /// <summary>A key of the scenario.</summary>
    /// <param name="Path">Dotted: <c>verification.penalty</c>.</param>
    public sealed record KeyValue(string Path) : Expression
    {
        public override double At(Func<string, double> valueOf) => valueOf(Path);
    }

    /// <summary>Two operands and what is between them.</summary>
    /// <param name="Sign">One of + - * / ^.</param>
    public sealed record Operation(char Sign, Expression Left, Expression Right) : Expression
    {
        public override double At(Func<string, double> valueOf)
        {
            double left = Left.At(valueOf);
            double right = Right.At(valueOf);
            return Sign switch
            {
                '+' => left + right,
                '-' => left - right,
                '*' => left * right,
                '/' => left / right,
                '^' => Power(left, right),
                _ => throw Invariant.Unreachable(Sign),
            };
        }
    }

    // The platform's own power may differ in its last bit between systems.
    private static double Power(double value, double exponent)
    {
        const int LargestWhole = 1_024;
        if (exponent == Math.Round(exponent) && Math.Abs(exponent) <= LargestWhole)
        {
            double product = 1;
            for (int i = 0; i < Math.Abs(exponent); i++)
            {
                product *= value;
            }

            return exponent < 0 ? 1 / product : product;
        }

        return value == 0 && exponent > 0 ? 0 : PortableMath.Exp(exponent * PortableMath.Log(value));
    }
}

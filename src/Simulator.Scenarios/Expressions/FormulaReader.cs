using System.Text;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Sources;
using Simulator.Scenarios.Variations;

namespace Simulator.Scenarios.Expressions;

/// <summary>
/// Reads a formula from left to right by recursive descent; the first thing that is wrong in it ends the reading.
/// </summary>
/// <remarks>
/// ^ binds strongest and to the right, then a leading minus, then * and /, then + and -. Names of groups may hold a '-',
/// so that a minus behind a key needs a space before it.
/// </remarks>
internal sealed class FormulaReader(ScalarNode node, ReadContext context)
{
    private const string Expected = "a number, a key of the scenario or a parenthesis";
    private const string Way = "write for example " + FormulaShape.Sample;

    private readonly string text = node.Text;
    private readonly StringBuilder canonical = new();
    private readonly List<string> keys = [];
    private int position;

    /// <summary>The formula; null after a problem.</summary>
    public Formula? Read()
    {
        if (Sum() is not { } expression)
        {
            return null;
        }

        if (position < text.Length)
        {
            Refuse(position, $"'{Shorten.Text(text[position..])}' is left over", "an operation or the end", Way);
            return null;
        }

        return new Formula(canonical.ToString(), expression, [.. keys.Distinct(StringComparer.Ordinal)]);
    }

    private Expression? Sum() => Chain("+-", Product);

    private Expression? Product() => Chain("*/", Signed);

    private Expression? Chain(string signs, Func<Expression?> operand)
    {
        Expression? left = operand();
        while (left is not null && Peek() is { } sign && signs.Contains(sign, StringComparison.Ordinal))
        {
            position++;
            canonical.Append(' ').Append(sign).Append(' ');
            left = operand() is { } right ? new Expression.Operation(sign, left, right) : null;
        }

        return left;
    }

    private Expression? Signed()
    {
        if (Peek() != '-')
        {
            return Power();
        }

        position++;
        canonical.Append('-');
        return Signed() is { } value ? new Expression.Operation('-', new Expression.Literal(0), value) : null;
    }

    private Expression? Power()
    {
        Expression? value = Operand();
        if (value is null || Peek() != '^')
        {
            return value;
        }

        position++;
        canonical.Append('^');
        return Signed() is { } exponent ? new Expression.Operation('^', value, exponent) : null;
    }

    private Expression? Operand() => Peek() switch
    {
        '(' => Parenthesis(),
        { } c when char.IsAsciiDigit(c) || c == '.' => Number(),
        { } c when char.IsAsciiLetter(c) => Key(),
        { } c => Refuse(position, $"'{c}' stands where a value should", Expected, Way),
        null => Refuse(position, "the formula ends too early", Expected, Way),
    };

    private Expression? Parenthesis()
    {
        int start = position++;
        canonical.Append('(');
        if (Sum() is not { } inside)
        {
            return null;
        }

        if (Peek() != ')')
        {
            return Refuse(start, "this parenthesis is not closed", "')' behind the expression", "add ')'");
        }

        position++;
        canonical.Append(')');
        return inside;
    }

    private Expression? Number()
    {
        int start = position;
        string word = Word(c => char.IsAsciiDigit(c) || c is '.' or '_');
        if (!ExactNumber.TryParse(word, out ExactNumber number))
        {
            return Refuse(start, $"'{Shorten.Text(word)}' is no number", "decimal digits such as 0.05", "write digits");
        }

        canonical.Append(word);
        return new Expression.Literal(number.ToDouble());
    }

    private Expression? Key()
    {
        int start = position;
        string path = Word(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
        if (VariedAxisShape.DimensionOf(path, context) == Dimension.Unset)
        {
            bool isThere = ScenarioPath.Find(path, context.Root) is not null;
            return Refuse(
                start,
                isThere ? $"there are no numbers at '{Shorten.Text(path)}'" : $"there is no key '{Shorten.Text(path)}'",
                "the full path of a key with numbers",
                isThere
                    ? "take a key whose values have an order"
                    : context.Suggest(path, ScenarioPath.All(context.Root), "write its full path, and a space before a minus"));
        }

        keys.Add(path);
        canonical.Append(path);
        return new Expression.KeyValue(path);
    }

    private string Word(Func<char, bool> belongs)
    {
        int start = position;
        while (position < text.Length && belongs(text[position]))
        {
            position++;
        }

        return text[start..position];
    }

    private char? Peek()
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        return position < text.Length ? text[position] : null;
    }

    private Expression? Refuse(int at, string what, string expected, string hint)
    {
        Origin place = node.IsVerbatim ? node.Origin.Shift(at + (node.IsPlain ? 0 : 1)) : node.Origin;
        context.Add(place, what, expected, hint);
        return null;
    }
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Simulator.Scenarios.Tests;

/// <summary>Writes settings out value by value, so that two of them can be compared as text.</summary>
internal static class SettingsEquality
{
    public static string Describe(object? value) => value switch
    {
        null => "null",
        string text => "'" + text + "'",
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Describe)) + "]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Members(value),
    };

    private static string Members(object value)
    {
        StringBuilder text = new(value.GetType().Name + "{");
        foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            bool isComputed = !property.CanWrite && value.GetType().IsClass;
            if (!isComputed && property.GetIndexParameters().Length == 0)
            {
                text.Append(property.Name).Append(": ").Append(
                    property.PropertyType == value.GetType() ? "…" : Describe(property.GetValue(value))).Append("; ");
            }
        }

        return text.Append('}').ToString();
    }
}
